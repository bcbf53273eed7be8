using System.Text.Json.Serialization;

namespace Mullion.Simulation.Engine;

/// <summary>The files that a simulated engine keeps.</summary>
[JsonSerializable(typeof(SimulatedContainer))]
[JsonSerializable(typeof(SwarmNodeState))]
[JsonSerializable(typeof(IReadOnlyList<SwarmPeer>))]
internal sealed partial class EngineJson : JsonSerializerContext;
