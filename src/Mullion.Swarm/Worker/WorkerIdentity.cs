using System.Security.Cryptography.X509Certificates;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker;

/// <summary>
/// A worker's membership of a Swarm: enough to be the same node again after a restart, without a token.
/// It holds the node's private key. Not a record, so that nothing prints it.
/// </summary>
public sealed class WorkerIdentity
{
    /// <summary>Node id, 25 characters; the certificate's common name.</summary>
    public required string NodeId { get; init; }

    /// <summary>Cluster id, 25 characters; the certificate's organisation.</summary>
    public required string ClusterId { get; init; }

    /// <summary>The node's certificate, PEM.</summary>
    public required string CertificatePem { get; init; }

    /// <summary>Its private key, PEM (PKCS#8): a secret.</summary>
    public required string KeyPem { get; init; }

    /// <summary>The root CA that the cluster trusts, PEM, byte for byte as the manager gave it.</summary>
    public required string RootCaPem { get; init; }

    /// <summary>Managers last known, <c>host:port</c>.</summary>
    public required IReadOnlyList<string> Managers { get; init; }

    /// <summary>The first and the last moment at which the certificate is valid.</summary>
    internal (DateTimeOffset From, DateTimeOffset Until) Validity()
    {
        using var certificate = X509Certificate2.CreateFromPem(CertificatePem);
        return (new(certificate.NotBefore), new(certificate.NotAfter));
    }

    /// <summary>The last moment at which the managers accept the certificate.</summary>
    public DateTimeOffset NotAfter()
    {
        using var certificate = X509Certificate2.CreateFromPem(CertificatePem);
        return new DateTimeOffset(certificate.NotAfter);
    }

    /// <summary>The same membership with the managers of now.</summary>
    public WorkerIdentity WithManagers(IReadOnlyList<string> managers) => With(managers, RootCaPem);

    /// <summary>The same membership once the Swarm trusts another root: the one before is forgotten.</summary>
    internal WorkerIdentity WithRoot(string rootCaPem) => With(Managers, rootCaPem);

    private WorkerIdentity With(IReadOnlyList<string> managers, string rootCaPem) =>
        new()
        {
            NodeId = NodeId,
            ClusterId = ClusterId,
            CertificatePem = CertificateChain.Shorten(CertificatePem, rootCaPem),
            KeyPem = KeyPem,
            RootCaPem = rootCaPem,
            Managers = managers,
        };

    /// <inheritdoc />
    public override string ToString() => $"node {NodeId} of cluster {ClusterId}";
}
