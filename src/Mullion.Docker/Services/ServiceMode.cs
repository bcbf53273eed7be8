using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Docker.Services;

/// <summary>How many tasks a service has.</summary>
public sealed record ServiceMode
{
    /// <summary>A fixed number; null in the other modes.</summary>
    public ReplicatedMode? Replicated { get; init; }

    /// <summary>Other modes: <c>Global</c> (one on each node) and jobs.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
