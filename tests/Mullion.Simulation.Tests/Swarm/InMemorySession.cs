using Mullion.Simulation.Swarm;

namespace Mullion.Simulation.Tests.Swarm;

/// <summary>A worker's life in an <see cref="InMemorySwarm"/>.</summary>
internal sealed class InMemorySession(
    InMemorySwarm swarm,
    SwarmIdentity identity,
    ISwarmTasks tasks
) : ISwarmSession
{
    private bool _active = swarm is { Reachable: true, HoldSessions: false };

    /// <inheritdoc/>
    public string State =>
        Error.Length > 0 ? "error"
        : IsActive() ? "active"
        : "pending";

    /// <inheritdoc/>
    public string Error =>
        swarm.Reachable && !swarm.Knows(Identity.NodeId)
            ? $"rpc error: code = PermissionDenied desc = Permission denied: node {Identity.NodeId} was removed from swarm"
            : "";

    /// <inheritdoc/>
    public SwarmIdentity Identity { get; set; } = identity;

    /// <summary>What runs its tasks.</summary>
    public ISwarmTasks Tasks { get; } = tasks;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        swarm.End(this);
        return ValueTask.CompletedTask;
    }

    private bool IsActive()
    {
        if (!_active && swarm is { Reachable: true, HoldSessions: false })
        {
            _active = true;
            Tasks.Attach([swarm.IngressId]);
        }

        return _active;
    }
}
