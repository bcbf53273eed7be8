using Mullion.Simulation.Swarm;

namespace Mullion.Simulation.Tests.Swarm;

/// <summary>A node as the managers of an <see cref="InMemorySwarm"/> know it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Node">What it told of itself.</param>
/// <param name="Availability">What it was given when it was first registered.</param>
public sealed record InMemoryNode(string Id, SimulatedNode Node, string Availability)
{
    /// <summary>True while its worker is connected.</summary>
    public bool Ready => Session is not null;

    internal InMemorySession? Session { get; init; }
}
