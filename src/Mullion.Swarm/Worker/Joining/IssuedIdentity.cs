using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Joining;

/// <summary>Makes an identity of an issued certificate, once it is sure that it is this worker's.</summary>
internal static class IssuedIdentity
{
    public static WorkerIdentity Read(
        JoinRequest request,
        ManagerAddress manager,
        string nodeId,
        string root,
        NodeKey key,
        string pem
    )
    {
        using var leaf = Parse(manager, pem);
        if (Count(pem) > 1)
        {
            // Managers add the new root, signed by the old one, only while they rotate it.
            throw JoinFailures.RootIsRotated(manager);
        }

        var role = SwarmSubject.OrganizationalUnit(leaf.SubjectName);
        if (role != SwarmNames.Worker)
        {
            throw JoinFailures.NotIssued(
                manager,
                $"the token made the node a {role}, and only workers can be joined: give the worker token"
            );
        }

        if (SwarmSubject.CommonName(leaf.SubjectName) != nodeId || !key.Belongs(leaf))
        {
            throw JoinFailures.NotIssued(manager, "the certificate is another node's");
        }

        return new WorkerIdentity
        {
            NodeId = nodeId,
            ClusterId = SwarmSubject.Organization(leaf.SubjectName) ?? "",
            CertificatePem = pem,
            KeyPem = key.ExportPem(),
            RootCaPem = root,
            Managers = [.. request.Managers.Select(m => m.ToString())],
        };
    }

    private static int Count(string pem)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(pem);
        return chain.Count;
    }

    private static X509Certificate2 Parse(ManagerAddress manager, string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw JoinFailures.NotIssued(manager, e.Message);
        }
    }
}
