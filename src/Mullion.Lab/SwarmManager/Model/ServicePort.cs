using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>A port that a service publishes.</summary>
internal sealed record ServicePort(string Protocol, uint Target, uint Published, bool Host)
{
    public static ServicePort Read(JsonObject port) =>
        new(
            Json.Text(port, "Protocol") is { Length: > 0 } protocol ? protocol : "tcp",
            Port(port, "TargetPort"),
            Port(port, "PublishedPort"),
            Json.Text(port, "PublishMode") == "host"
        );

    private static uint Port(JsonObject port, string key) =>
        (uint)Json.Unsigned(port, key, $"PortConfig.EndpointSpec.Ports.{key} of type uint32");
}
