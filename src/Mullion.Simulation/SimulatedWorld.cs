using Mullion.Simulation.Downloads;
using Mullion.Simulation.Images;
using Mullion.Simulation.Swarm;
using Mullion.Simulation.Time;

namespace Mullion.Simulation;

/// <summary>What lies around a simulated host: time, a swarm, the web, registries.</summary>
public sealed record SimulatedWorld
{
    /// <summary>The clock of every host in it. With a swarm that is reached over a real network it must be a real one.</summary>
    public TimeProvider Clock { get; init; } = new VirtualClock();

    /// <summary>How engines reach swarm managers; by default nothing can be reached.</summary>
    public ISwarmGateway Swarm { get; init; } = new UnreachableSwarm();

    /// <summary>What can be downloaded.</summary>
    public SimulatedWeb Web { get; init; } = new();

    /// <summary>What can be pulled.</summary>
    public SimulatedRegistries Registries { get; init; } = new();
}
