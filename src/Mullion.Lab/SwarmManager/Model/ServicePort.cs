using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>A port that a service publishes.</summary>
internal sealed record ServicePort(string Protocol, uint Target, uint Published, bool Host)
{
    public static ServicePort Read(JsonObject port) =>
        new(
            Json.Text(port, "Protocol") is { Length: > 0 } protocol ? protocol : "tcp",
            (uint)Json.Number(port, "TargetPort"),
            (uint)Json.Number(port, "PublishedPort"),
            Json.Text(port, "PublishMode") == "host"
        );
}
