namespace Mullion.Core.Specs;

/// <summary>Flannel on Windows: the <c>orchestrator.kubernetes.flannel</c> section.</summary>
public sealed record FlannelSpec
{
    /// <summary>flanneld itself.</summary>
    public required PackageSpec Package { get; init; }

    /// <summary>How packets get from node to node. It has to be the one that the cluster's Linux nodes use.</summary>
    public FlannelBackend Backend { get; init; }
}
