using System.Security.Cryptography.X509Certificates;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Who a node's certificate says it is.</summary>
internal sealed record PeerIdentity(string NodeId, string Role, string ClusterId)
{
    private const string CommonName = "2.5.4.3";
    private const string OrganizationalUnit = "2.5.4.11";
    private const string Organization = "2.5.4.10";

    public static PeerIdentity? Of(X509Certificate2? certificate) =>
        certificate is null
            ? null
            : new PeerIdentity(
                Part(certificate, CommonName),
                Part(certificate, OrganizationalUnit),
                Part(certificate, Organization)
            );

    private static string Part(X509Certificate2 certificate, string oid) =>
        certificate
            .SubjectName.EnumerateRelativeDistinguishedNames()
            .FirstOrDefault(part => part.GetSingleElementType().Value == oid)
            ?.GetSingleElementValue()
        ?? "";
}
