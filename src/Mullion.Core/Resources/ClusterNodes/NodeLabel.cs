namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>One label of a node. Others of the same node are none of its business.</summary>
public sealed record NodeLabel : Resource
{
    internal const string KindName = "node-label";

    /// <summary>The node.</summary>
    public required string Node { get; init; }

    /// <summary>The label's key.</summary>
    public required string Key { get; init; }

    /// <summary>The label's value.</summary>
    public required string Value { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override Side ItsSide => Side.Cluster;

    /// <inheritdoc/>
    protected override string ItsTitle => $"label {Key}={Value}";
}
