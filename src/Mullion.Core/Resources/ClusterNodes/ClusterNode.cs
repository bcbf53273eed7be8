namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>
/// The node's object in the cluster. Joining makes it; so applying only sees to it that the name is free, and taking it back,
/// once the host has left, waits until the cluster sees it down and deletes it.
/// </summary>
public sealed record ClusterNode : Resource
{
    internal const string KindName = "cluster-node";

    /// <summary>
    /// The id of the cluster, which stays the same when its root CA is rotated: in another one no node of this host is to be found.
    /// </summary>
    public string? ClusterId { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override Side ItsSide => Side.Cluster;

    /// <inheritdoc/>
    protected override string ItsTitle => $"node {Name} in the cluster";
}
