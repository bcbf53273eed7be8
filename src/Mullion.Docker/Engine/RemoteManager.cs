using System.Text.Json.Serialization;

namespace Mullion.Docker.Engine;

/// <summary>A manager that a node knows.</summary>
public sealed record RemoteManager
{
    /// <summary>Node id of the manager.</summary>
    [JsonPropertyName("NodeID")]
    public string NodeId { get; init; } = "";

    /// <summary><c>host:port</c>.</summary>
    public string Addr { get; init; } = "";
}
