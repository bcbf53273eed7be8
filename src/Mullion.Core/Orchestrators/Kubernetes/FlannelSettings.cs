namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>How Flannel is set up on a cluster's Linux nodes: its <c>net-conf.json</c> and <c>cni-conf.json</c>.</summary>
public sealed record FlannelSettings
{
    /// <summary>Namespace and name of the ConfigMap, such as <c>kube-flannel/kube-flannel-cfg</c>.</summary>
    public required string ConfigMap { get; init; }

    /// <summary>The network of pods.</summary>
    public string? Network { get; init; }

    /// <summary><c>vxlan</c>, <c>host-gw</c>, <c>udp</c>, <c>wireguard</c> and the like.</summary>
    public required string Backend { get; init; }

    /// <summary>The VXLAN network identifier; 1 where it says nothing (flannel-io/flannel, Documentation/backends.md).</summary>
    public int Vni { get; init; } = 1;

    /// <summary>The UDP port of VXLAN; 8472 where it says nothing, as the Linux kernel has it (Documentation/backends.md).</summary>
    public int Port { get; init; } = 8472;

    /// <summary>Whether VXLAN leaves nodes of one network out, which Windows cannot.</summary>
    public bool DirectRouting { get; init; }

    /// <summary>The name of the CNI network, such as <c>cbr0</c>.</summary>
    public string? CniName { get; init; }
}
