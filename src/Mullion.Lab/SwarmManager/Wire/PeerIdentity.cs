using System.Security.Cryptography.X509Certificates;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Who a node's certificate says it is.</summary>
internal sealed record PeerIdentity(string NodeId, string Role, string ClusterId)
{
    public static PeerIdentity? Of(X509Certificate2? certificate) =>
        certificate?.SubjectName is { } name
            ? new PeerIdentity(
                SwarmSubject.CommonName(name) ?? "",
                SwarmSubject.OrganizationalUnit(name) ?? "",
                SwarmSubject.Organization(name) ?? ""
            )
            : null;
}
