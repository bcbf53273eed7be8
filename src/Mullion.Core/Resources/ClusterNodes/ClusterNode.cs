namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>
/// The node's object in the cluster. Joining makes it; so applying only sees to it that the name is free, and taking it back,
/// once the host has left, waits until the cluster sees it down and deletes it.
/// </summary>
public sealed record ClusterNode : Resource
{
    internal const string KindName = "cluster-node";

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override Side ItsSide => Side.Cluster;

    /// <inheritdoc/>
    protected override string ItsTitle => $"node {Name} in the cluster";
}
