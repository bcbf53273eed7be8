using System.Text.Json.Serialization;

namespace Mullion.Docker.Contexts;

/// <summary>What a context reaches; docker writes <c>docker</c>, and once wrote <c>kubernetes</c>.</summary>
internal sealed record ContextEndpoints
{
    [JsonPropertyName("docker")]
    public ContextEndpoint? Docker { get; init; }
}
