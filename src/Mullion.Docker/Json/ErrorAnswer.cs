using System.Text.Json.Serialization;

namespace Mullion.Docker.Json;

/// <summary>What an engine answers when it refuses.</summary>
internal sealed record ErrorAnswer
{
    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
