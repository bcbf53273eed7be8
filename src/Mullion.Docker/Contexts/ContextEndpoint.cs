using System.Text.Json.Serialization;

namespace Mullion.Docker.Contexts;

/// <summary>The docker engine of a context.</summary>
internal sealed record ContextEndpoint
{
    public string? Host { get; init; }

    [JsonPropertyName("SkipTLSVerify")]
    public bool SkipTlsVerify { get; init; }
}
