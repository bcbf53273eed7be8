namespace Mullion.Core.Orchestrators;

/// <summary>A cluster, as Mullion needs it: what it is, and what its nodes are. Every call goes to its API.</summary>
public interface IOrchestrator
{
    /// <summary>What the cluster is, and what a host needs to join it.</summary>
    Task<ClusterFacts> InspectAsync(CancellationToken cancellation);

    /// <summary>All nodes.</summary>
    Task<IReadOnlyList<NodeStatus>> NodesAsync(CancellationToken cancellation);

    /// <summary>
    /// Sets labels of a node, and takes out those whose value is null; all others stay. Also sets the availability where one is given.
    /// </summary>
    Task UpdateNodeAsync(
        string nodeId,
        IReadOnlyDictionary<string, string?> labels,
        string? availability,
        CancellationToken cancellation
    );

    /// <summary>What runs on a node, or is still to stop there.</summary>
    Task<IReadOnlyList<NodeTask>> TasksAsync(string nodeId, CancellationToken cancellation);

    /// <summary>What the cluster has that Windows nodes may be asked to run. For findings: it may be asked once for all nodes of a plan.</summary>
    Task<ClusterWork> WorkAsync(CancellationToken cancellation);

    /// <summary>Deletes a node that is down; one that is gone already is fine.</summary>
    Task DeleteNodeAsync(string nodeId, CancellationToken cancellation);

    /// <summary>Replaces a join token: with the old one nobody joins any more, and who has joined stays.</summary>
    Task RotateTokenAsync(JoinRole role, CancellationToken cancellation);
}
