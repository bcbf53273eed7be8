namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>
/// The cluster hears from the node and sees Windows. Taking it back is draining it: its work moves to others.
/// </summary>
public sealed record NodeReady : Resource
{
    internal const string KindName = "node-ready";

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override Side ItsSide => Side.Cluster;

    /// <inheritdoc/>
    protected override string ItsTitle => $"{Name} is ready, with ostype=windows";
}
