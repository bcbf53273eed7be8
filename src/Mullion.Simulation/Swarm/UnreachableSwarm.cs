using Mullion.Core.Hosts;

namespace Mullion.Simulation.Swarm;

/// <summary>A network without a swarm manager: every connection times out.</summary>
public sealed class UnreachableSwarm : ISwarmGateway
{
    /// <inheritdoc/>
    public Task<byte[]> ReadRootAsync(string manager, CancellationToken cancellation) =>
        Task.FromException<byte[]>(
            new HostException(
                "network.readSwarmRoot",
                manager,
                WindowsError.ConnectTimedOut,
                $"dial tcp {manager}: i/o timeout"
            )
        );

    /// <inheritdoc/>
    public Task<SwarmIdentity> EnrollAsync(
        SwarmJoin request,
        SimulatedNode node,
        CancellationToken cancellation
    ) =>
        Task.FromException<SwarmIdentity>(
            new SwarmJoinException(
                "rpc error: code = Unavailable desc = connection error: desc = "
                    + $"\"transport: Error while dialing: dial tcp {request.Managers[0]}: i/o timeout\""
            )
        );

    /// <inheritdoc/>
    public ISwarmSession Connect(SwarmIdentity identity, SimulatedNode node, ISwarmTasks tasks) =>
        new UnreachableSession(identity);
}
