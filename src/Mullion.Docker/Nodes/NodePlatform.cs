using System.Text.Json.Serialization;

namespace Mullion.Docker.Nodes;

/// <summary>Operating system and processor of a node.</summary>
public sealed record NodePlatform
{
    /// <summary>Such as <c>x86_64</c>.</summary>
    public string Architecture { get; init; } = "";

    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    [JsonPropertyName("OS")]
    public string Os { get; init; } = "";
}
