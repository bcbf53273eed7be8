namespace Mullion.Core.Specs;

/// <summary>How Flannel gets packets from node to node, of the ways that it has on Windows.</summary>
public enum FlannelBackend
{
    /// <summary>In VXLAN, with VNI 4096 on port 4789: an HNS network of type Overlay. Needs Server 2019 with KB4489899.</summary>
    Vxlan,

    /// <summary>By routes, where all nodes are in one network: an HNS network of type L2Bridge.</summary>
    HostGw,
}
