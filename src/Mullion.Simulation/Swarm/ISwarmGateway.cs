using Mullion.Core.Hosts;

namespace Mullion.Simulation.Swarm;

/// <summary>
/// How a simulated engine reaches swarm managers: over the network in the lab, in memory in property tests.
/// </summary>
public interface ISwarmGateway
{
    /// <summary>The root CA bundle that a manager hands out, exactly as sent.</summary>
    /// <exception cref="HostException">Not reachable, or no Swarm manager.</exception>
    Task<byte[]> ReadRootAsync(string manager, CancellationToken cancellation);

    /// <summary>Gets an identity for a new worker: root CA, certificate, node id. The manager then knows the node.</summary>
    /// <exception cref="SwarmJoinException">Refused, with the text the real engine prints.</exception>
    Task<SwarmIdentity> EnrollAsync(
        SwarmJoin request,
        SimulatedNode node,
        CancellationToken cancellation
    );

    /// <summary>Starts the worker's life with an identity; ends when the session is disposed.</summary>
    ISwarmSession Connect(SwarmIdentity identity, SimulatedNode node, ISwarmTasks tasks);
}
