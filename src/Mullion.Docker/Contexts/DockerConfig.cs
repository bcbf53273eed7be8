using System.Text.Json.Serialization;

namespace Mullion.Docker.Contexts;

/// <summary>The docker command line's <c>config.json</c>, of which only this is read: it may hold registry passwords.</summary>
internal sealed record DockerConfig
{
    [JsonPropertyName("currentContext")]
    public string? CurrentContext { get; init; }
}
