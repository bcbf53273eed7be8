using System.Text.Json.Serialization;

namespace Mullion.Docker.Json;

/// <summary>What an engine answers when it made an object.</summary>
internal sealed record IdAnswer
{
    [JsonPropertyName("ID")]
    public string Id { get; init; } = "";
}
