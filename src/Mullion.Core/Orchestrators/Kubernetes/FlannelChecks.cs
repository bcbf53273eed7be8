using Mullion.Core.Findings;
using Mullion.Core.Specs;

namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>Whether a cluster's network reaches Windows nodes: it has to be Flannel, in a way that Windows has too.</summary>
internal static class FlannelChecks
{
    /// <summary>The least network identifier that HNS takes, and the one that Flannel's guide for Windows says (seed a446907c).</summary>
    private const int LeastVni = 4096;

    /// <summary>The only port of VXLAN on Windows (seed a446907c).</summary>
    private const int Port = 4789;

    public static IEnumerable<Finding> Of(KubernetesFacts cluster, FlannelBackend? wanted)
    {
        if (cluster.Cni is null)
        {
            return
            [
                Finding.Unknown(
                    "cluster-network",
                    "Which network the cluster has between its nodes cannot be told; Flannel it is not, or not as its manifest names it.",
                    "Install Flannel on the Linux nodes, with VNI 4096 and port 4789."
                ),
            ];
        }

        var (name, set, flannel) = cluster.Cni;
        if (name != "Flannel")
        {
            return
            [
                Finding.Refuse(
                    "cluster-network",
                    $"The network between the nodes is {name} (DaemonSet {set}), and Mullion sets up Flannel on Windows alone.",
                    $"Follow {name}'s own guide for Windows."
                ),
            ];
        }

        return flannel is null
            ?
            [
                Finding.Unknown(
                    "cluster-network",
                    $"How Flannel (DaemonSet {set}) is set up cannot be told: beside it there is no ConfigMap kube-flannel-cfg with a net-conf.json that can be read.",
                    "Compare its net-conf.json with flannel.backend of the spec yourself."
                ),
            ]
            :
            [
                Finding.Ok(
                    "cluster-network",
                    $"The network between the nodes is Flannel, {flannel.Backend}."
                ),
                .. Settings(flannel, wanted),
            ];
    }

    private static IEnumerable<Finding> Settings(FlannelSettings flannel, FlannelBackend? wanted)
    {
        var on = $"net-conf.json of the ConfigMap {flannel.ConfigMap}";
        if (flannel.Backend is not ("vxlan" or "host-gw"))
        {
            yield return Finding.Refuse(
                "flannel-backend",
                $"Flannel carries packets by {flannel.Backend}, which Windows has not.",
                $"Set Backend.Type in {on} to vxlan or host-gw, and restart Flannel on the Linux nodes."
            );
            yield break;
        }

        var mine = wanted == FlannelBackend.HostGw ? "host-gw" : "vxlan";
        if (wanted is not null && mine != flannel.Backend)
        {
            yield return Finding.Refuse(
                "flannel-backend",
                $"Flannel carries packets by {flannel.Backend}, and the spec wants {mine}.",
                $"Set orchestrator.kubernetes.flannel.backend to {flannel.Backend}."
            );
        }

        if (flannel.Backend != "vxlan")
        {
            yield break;
        }

        if (flannel.Vni < LeastVni || flannel.Port != Port)
        {
            yield return Finding.Refuse(
                "flannel-vxlan",
                $"Flannel's VXLAN has VNI {flannel.Vni} and port {flannel.Port}; Windows needs VNI {LeastVni} and port {Port}.",
                $"Set Backend.VNI to {LeastVni} and Backend.Port to {Port} in {on}, and restart Flannel on the Linux nodes: pods' connections between nodes are cut meanwhile."
            );
        }

        if (flannel.DirectRouting)
        {
            yield return Finding.Refuse(
                "flannel-direct-routing",
                "Flannel leaves VXLAN out between nodes of one network (DirectRouting), which Windows cannot.",
                $"Take Backend.DirectRouting out of {on}, and restart Flannel on the Linux nodes."
            );
        }
    }
}
