using System.Collections.ObjectModel;

namespace Mullion.Core.Specs;

/// <summary>Settings of the kubelet beside those that the cluster gives: the <c>orchestrator.kubernetes.kubelet</c> section.</summary>
public sealed record KubeletSpec
{
    /// <summary>
    /// Memory that pods do not get. Windows kills nothing when memory runs out, so a node without a reserve stops instead (kubernetes-windows.md:
    /// 2 GiB at least).
    /// </summary>
    public const string DefaultReservedMemory = "2Gi";

    /// <summary>Memory that pods do not get, as Kubernetes writes quantities.</summary>
    public string ReservedMemory { get; init; } = DefaultReservedMemory;

    /// <summary>Whether a cloud's own controller manager gives the node its addresses and labels (<c>--cloud-provider=external</c>).</summary>
    public bool ExternalCloudProvider { get; init; }

    /// <summary>Further flags by their names without <c>--</c>, in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> ExtraArgs { get; init; } =
        ReadOnlyDictionary<string, string>.Empty;
}
