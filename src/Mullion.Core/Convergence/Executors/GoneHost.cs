using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;

namespace Mullion.Core.Convergence.Executors;

/// <summary>
/// A host that is dead or was installed anew, so that nothing can be done there: what the cluster still has of it stands in for its
/// journal, and can be taken back like anything else.
/// </summary>
/// <param name="name">The host as the spec names it.</param>
/// <param name="cluster">The cluster's name in the spec.</param>
/// <param name="node">The node's name.</param>
/// <param name="nodeIds">Ids of the objects that the cluster has of it.</param>
/// <param name="clock">Stamps what is recorded.</param>
public sealed class GoneHost(
    string name,
    string cluster,
    string node,
    IReadOnlyList<string> nodeIds,
    TimeProvider clock
) : IHostLink
{
    private readonly List<JournalRecord> _records =
    [
        .. nodeIds.Count == 0 ? [] : Records(cluster, node, nodeIds),
    ];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<IExecutor> ConnectAsync(CancellationToken cancellation) =>
        Task.FromResult<IExecutor>(new GoneExecutor(cluster, node, _records, clock));

    private static IEnumerable<JournalRecord> Records(
        string cluster,
        string node,
        IReadOnlyList<string> nodeIds
    )
    {
        var entry = new ClusterNode { Name = node, Heading = Heading.Join };
        return
        [
            new JournalRecord
            {
                Type = RecordType.RunStarted,
                Cluster = cluster,
                Node = node,
            },
            new JournalRecord
            {
                Type = RecordType.Prior,
                Id = entry.Id,
                Resource = entry,
                Prior = new Prior(null, []),
            },
            // An id for each object; the last record has none, for what is read of an object has none either.
            .. nodeIds.Select(id => Applied(entry, ("nodeId", id))),
            Applied(entry, ("registered", "yes")),
        ];
    }

    private static JournalRecord Applied(ClusterNode entry, (string Field, string Value) state) =>
        new()
        {
            Type = RecordType.Applied,
            Id = entry.Id,
            Resource = entry,
            State = new ResourceState(state),
        };
}
