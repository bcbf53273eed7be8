using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Who may call what, with swarmkit's refusals.</summary>
internal static class PeerAuthorization
{
    private const string Prefix = "Permission denied: ";
    private static readonly string[] Nodes = [SwarmNames.Worker, SwarmNames.Manager];
    private static readonly string[] Managers = [SwarmNames.Manager];

    /// <summary>The node's id; workers and managers of this swarm pass.</summary>
    /// <exception cref="SwarmRefusal">No certificate, or one of another swarm.</exception>
    public static string Node(PeerIdentity? peer, string clusterId) =>
        Demand(peer, clusterId, Nodes);

    /// <summary>Lets managers of this swarm pass.</summary>
    /// <exception cref="SwarmRefusal">Anybody else.</exception>
    public static void Manager(PeerIdentity? peer, string clusterId) =>
        Demand(peer, clusterId, Managers);

    private static string Demand(PeerIdentity? peer, string clusterId, string[] roles)
    {
        if (peer is null)
        {
            throw Denied("", "no client certificates in request");
        }

        if (peer.ClusterId != clusterId)
        {
            throw Denied(Prefix, $"remote certificate not part of organization: {clusterId}");
        }

        return roles.Contains(peer.Role)
            ? peer.NodeId
            : throw Denied(
                Prefix,
                $"remote certificate not part of OUs: [{string.Join(' ', roles)}]"
            );
    }

    /// <summary>The text is wrapped on its way up, and the missing certificate is noticed below the first wrap.</summary>
    private static SwarmRefusal Denied(string prefix, string why) =>
        new(
            GrpcStatusCode.PermissionDenied,
            "Permission denied: unauthorized peer role: rpc error: code = PermissionDenied desc = "
                + prefix
                + why
        );
}
