using Mullion.Core;

namespace Mullion.Simulation.Swarm;

/// <summary>A manager refused a worker. The message is the text the real engine prints.</summary>
public sealed class SwarmJoinException(string message) : MullionException(message);
