using Mullion.Core.Orchestrators;

namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>One node's place in its cluster: how the providers of the cluster's side find its object.</summary>
/// <param name="orchestrator">The cluster.</param>
/// <param name="clock">The clock that waits run on.</param>
public sealed class ClusterSide(IOrchestrator orchestrator, TimeProvider clock)
{
    /// <summary>The cluster.</summary>
    public IOrchestrator Orchestrator { get; } = orchestrator;

    /// <summary>The clock that waits run on.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>The node's id as the host knows it; null until it has joined.</summary>
    public string? NodeId { get; set; }

    /// <summary>How long a drain may take before it is an error, by default 5 minutes.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a node may take to become ready or down, by default 2 minutes.</summary>
    public TimeSpan StateTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>All objects with a node's name; a host that lost its identity in the middle of a join leaves a second one.</summary>
    internal async Task<IReadOnlyList<NodeStatus>> NamedAsync(
        string name,
        CancellationToken cancellation
    ) => [.. Named(await Orchestrator.NodesAsync(cancellation), name)];

    /// <summary>The same among nodes that were listed already: a large cluster's list is worth asking for once.</summary>
    internal static IEnumerable<NodeStatus> Named(IEnumerable<NodeStatus> all, string name) =>
        all.Where(n => string.Equals(n.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The node's own object: the one whose id its host has. A name alone proves nothing.</summary>
    internal async Task<NodeStatus?> OwnAsync(CancellationToken cancellation) =>
        NodeId is { } id
            ? (await Orchestrator.NodesAsync(cancellation)).FirstOrDefault(n => n.Id == id)
            : null;

    /// <summary>Deletes a node's object, once the cluster has stopped to hear from it.</summary>
    internal async Task DeleteOnceDownAsync(
        NodeStatus node,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        report($"waiting until {node.Name} ({node.Id}) is down");
        await Poll.UntilAsync(
            Clock,
            StateTimeout,
            () => Orchestrator.NodesAsync(cancellation),
            all => all.All(n => n.Id != node.Id || n.State == "down"),
            _ => $"The cluster still hears from {node.Name} ({node.Id}).",
            cancellation
        );
        report($"deleting {node.Name} ({node.Id})");
        await Orchestrator.DeleteNodeAsync(node.Id, cancellation);
    }
}
