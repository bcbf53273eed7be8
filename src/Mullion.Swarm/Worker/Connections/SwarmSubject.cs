using System.Security.Cryptography.X509Certificates;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>The parts of a Swarm certificate's name: node id (CN), role (OU), cluster id (O).</summary>
internal static class SwarmSubject
{
    public static string? CommonName(X500DistinguishedName name) => Part(name, "2.5.4.3");

    public static string? Organization(X500DistinguishedName name) => Part(name, "2.5.4.10");

    public static string? OrganizationalUnit(X500DistinguishedName name) => Part(name, "2.5.4.11");

    private static string? Part(X500DistinguishedName name, string oid) =>
        name.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid)
            .Select(part => part.GetSingleElementValue())
            .FirstOrDefault();
}
