using System.Collections.Frozen;
using Mullion.Core.Orchestrators;

namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>One node's place in its cluster: how the providers of the cluster's side find its object.</summary>
/// <param name="orchestrator">The cluster.</param>
/// <param name="clock">The clock that waits run on.</param>
public sealed class ClusterSide(IOrchestrator orchestrator, TimeProvider clock)
{
    private readonly HashSet<string> _ids = [];
    private IReadOnlySet<string> _addresses = FrozenSet<string>.Empty;

    /// <summary>The cluster.</summary>
    public IOrchestrator Orchestrator { get; } = orchestrator;

    /// <summary>The clock that waits run on.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>The node's id as the host knows it; null until it has joined.</summary>
    public string? NodeId
    {
        get;
        set
        {
            // Also one that is in no journal: of a join that others made, it is gone once the host has joined anew.
            field =
                value;
            if (value is not null)
            {
                _ids.Add(value);
            }
        }
    }

    /// <summary>How long a drain may take before it is an error, by default 5 minutes.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a node may take to become ready or down, by default 2 minutes.</summary>
    public TimeSpan StateTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Tells which host it is whose node is looked for.</summary>
    /// <param name="nodeId">The node's id as the host knows it; null when it has not joined.</param>
    /// <param name="formerIds">Ids that the node had in this cluster before, as the host's journal tells.</param>
    /// <param name="addresses">Addresses that the host has.</param>
    internal void Introduce(
        string? nodeId,
        IEnumerable<string> formerIds,
        IEnumerable<string> addresses
    )
    {
        NodeId = nodeId;
        _ids.UnionWith(formerIds);
        _addresses = addresses.ToFrozenSet();
    }

    /// <summary>
    /// All objects that are this host's: those with an id that it has or had; and, as a power cut in the middle of a join can
    /// leave one whose id nobody knows, those of its name at its address. A name alone proves nothing: a swarm may have two.
    /// </summary>
    internal IEnumerable<NodeStatus> Ours(IReadOnlyList<NodeStatus> all, string name)
    {
        var known = all.Where(n => _ids.Contains(n.Id)).ToList();
        var addresses = known.Select(n => n.Address).Where(a => a.Length > 0).ToHashSet();
        return known.Union(
            Named(all, name)
                .Where(n => _addresses.Contains(n.Address) || addresses.Contains(n.Address))
        );
    }

    /// <summary>All objects with a name.</summary>
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
