using System.Text.Json.Serialization;

namespace Mullion.Docker.Engine;

/// <summary>What <c>docker version</c> shows of the server.</summary>
public sealed record EngineVersion
{
    /// <summary>Such as <c>28.2.2</c>.</summary>
    public string Version { get; init; } = "";

    /// <summary>Newest API version offered.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>Oldest API version offered.</summary>
    [JsonPropertyName("MinAPIVersion")]
    public string? MinApiVersion { get; init; }

    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    public string Os { get; init; } = "";

    /// <summary>Such as <c>amd64</c>.</summary>
    public string Arch { get; init; } = "";
}
