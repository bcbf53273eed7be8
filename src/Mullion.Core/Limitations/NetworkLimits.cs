using System.Globalization;
using Mullion.Core.Findings;
using Mullion.Core.Orchestrators;

namespace Mullion.Core.Limitations;

/// <summary>Overlay networks that Windows cannot be on, and what is not known of the way they take.</summary>
internal static class NetworkLimits
{
    private const int VxlanPort = 4789;

    // HNS takes a VSID from 4096 on (hcn.md, subnet policies).
    private const int LeastVni = 4096;

    // The network of the HTTP routing mesh, which UCP made encrypted in versions before 3.0 (seed 0ecf1c42, limitations).
    private const string RoutingMesh = "ucp-hrm";

    public static IEnumerable<Finding> Of(LimitScope scope) =>
        [
            .. scope.Work.Networks.Where(n => n.Encrypted).Select(n => Encrypted(n, scope)),
            .. scope.Work.Networks.SelectMany(TooLow),
            .. Port(scope),
            .. Card(scope),
        ];

    private static Finding Encrypted(ClusterNetwork network, LimitScope scope)
    {
        var users = scope
            .Services.Where(s =>
                s.Networks.Contains(network.Id) || s.Networks.Contains(network.Name)
            )
            .Select(s => s.Name)
            .ToList();
        var used = users.Count == 0 ? "" : $" On it are {string.Join(", ", users)}.";
        return Finding.Warn(
            "overlay-encrypted",
            $"The network {network.Name} is encrypted, and Windows cannot encrypt: tasks here would have no connection on it.{used}",
            network.Name == RoutingMesh
                ? $"Make {RoutingMesh} anew without encryption: docker network rm {RoutingMesh}, then docker network create -d overlay {RoutingMesh}; the HTTP routing mesh is down meanwhile."
                : $"Keep its services off Windows (--constraint node.platform.os==linux), or make it anew without --opt encrypted."
        );
    }

    private static IEnumerable<Finding> TooLow(ClusterNetwork network) =>
        network
            .Vnis.Where(v => v < LeastVni)
            .Select(v =>
                Finding.Warn(
                    "vni-below-4096",
                    $"The network {network.Name} has the VXLAN network id {v.ToString(CultureInfo.InvariantCulture)}, and Windows takes none below {LeastVni}.",
                    "Make it anew without com.docker.network.driver.overlay.vxlanid_list, or keep its services off Windows."
                )
            );

    private static IEnumerable<Finding> Port(LimitScope scope) =>
        scope.Cluster.DataPathPort is 0 or VxlanPort
            ? []
            :
            [
                Finding.Warn(
                    "vxlan-port",
                    $"The swarm carries overlay traffic on UDP {scope.Cluster.DataPathPort}, and Windows always on {VxlanPort}: overlay networks would not reach between this node and the others.",
                    $"The port is chosen when a swarm is made (docker swarm init --data-path-port): make a swarm with {VxlanPort}, or publish ports in host mode."
                ),
            ];

    /// <summary>
    /// Which card HNS puts its vSwitch on where there are several is told otherwise by each of our sources; after the join it can be seen
    /// (<c>hns-address</c>).
    /// </summary>
    private static IEnumerable<Finding> Card(LimitScope scope)
    {
        var cards = scope.Host.Interfaces.Where(i => i is { External: true, Up: true }).ToList();
        return cards.Count < 2 || scope.NodeId is not null
            ? []
            :
            [
                Finding.Unknown(
                    "hns-card",
                    $"The host has {cards.Count} cards that reach others ({string.Join(", ", cards.Select(c => c.Name))}), and which of them Windows takes for overlay networks cannot be told before the join.",
                    "Mullion looks afterwards and says if it is another one than planned; to be sure, disable the others until the node has joined."
                ),
            ];
    }
}
