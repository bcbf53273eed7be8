using System.Text.Json.Serialization;

namespace Mullion.Simulation.Engine;

/// <summary>A manager in the engine's <c>swarm\state.json</c>.</summary>
internal sealed record SwarmPeer(
    [property: JsonPropertyName("node_id")] string NodeId,
    [property: JsonPropertyName("addr")] string Addr
);
