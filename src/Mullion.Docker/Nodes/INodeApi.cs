namespace Mullion.Docker.Nodes;

/// <summary>Nodes of a Swarm; only managers answer.</summary>
public interface INodeApi
{
    /// <summary>All nodes, or those of a name. Names are not unique: a host that rejoined may be listed twice.</summary>
    Task<IReadOnlyList<SwarmNode>> ListAsync(
        NodeFilter? filter = null,
        CancellationToken cancellation = default
    );

    /// <summary>One node by id or unique name; 404 when there is none.</summary>
    Task<SwarmNode> InspectAsync(string id, CancellationToken cancellation = default);

    /// <summary>Writes the whole spec over the version that was read.</summary>
    Task UpdateAsync(
        string id,
        ulong version,
        NodeSpec spec,
        CancellationToken cancellation = default
    );

    /// <summary>Reads, changes and writes; again when somebody else wrote in between (at most five times).</summary>
    Task UpdateAsync(
        string id,
        Func<NodeSpec, NodeSpec> change,
        CancellationToken cancellation = default
    );

    /// <summary>Removes a node from the list. One that is not down is refused without <paramref name="force"/>.</summary>
    Task DeleteAsync(string id, bool force = false, CancellationToken cancellation = default);
}
