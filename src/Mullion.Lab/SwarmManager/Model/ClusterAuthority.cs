using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>
/// A swarm's root CA: ECDSA P-256, <c>CN=swarm-ca</c>, as real managers make it. Signs the certificates of nodes.
/// </summary>
public sealed class ClusterAuthority
{
    private static readonly TimeSpan Backdate = TimeSpan.FromHours(1);
    private readonly X509Certificate2 root;

    private ClusterAuthority(X509Certificate2 root)
    {
        this.root = root;
        RootPem = root.ExportCertificatePem() + "\n";
    }

    /// <summary>The root's PEM, exactly as managers send it: join tokens carry the digest of these bytes.</summary>
    public string RootPem { get; }

    /// <summary>DER of the root's name.</summary>
    internal byte[] Subject => root.SubjectName.RawData;

    /// <summary>DER SubjectPublicKeyInfo of the root.</summary>
    internal byte[] PublicKey => root.PublicKey.ExportSubjectPublicKeyInfo();

    /// <summary>The root with its key.</summary>
    internal X509Certificate2 Root => root;

    /// <summary>Makes a root that is valid for 20 years.</summary>
    /// <param name="now">The time on the clock of the swarm.</param>
    public static ClusterAuthority Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={SwarmNames.Ca}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(true, true, 1, critical: true)
        );
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
                critical: true
            )
        );
        request.CertificateExtensions.Add(
            new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false)
        );
        return new ClusterAuthority(request.CreateSelfSigned(now - Backdate, now.AddYears(20)));
    }

    /// <summary>Signs a node's PKCS#10 request. Only its key is taken: names and use are the manager's to decide.</summary>
    /// <exception cref="CryptographicException">The request cannot be read or its signature is wrong.</exception>
    internal string Sign(
        string csrPem,
        string nodeId,
        string role,
        string clusterId,
        DateTimeOffset now,
        TimeSpan lifetime
    )
    {
        var request = CertificateRequest.LoadSigningRequestPem(csrPem, HashAlgorithmName.SHA256);
        using var certificate = Issue(request.PublicKey, nodeId, role, clusterId, now, lifetime);
        return certificate.ExportCertificatePem() + "\n";
    }

    /// <summary>A certificate with key for the manager's own server.</summary>
    internal X509Certificate2 IssueManager(string nodeId, string clusterId, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Issue(
            new PublicKey(key),
            nodeId,
            SwarmNames.Manager,
            clusterId,
            now,
            TimeSpan.FromDays(90)
        );
        return certificate.CopyWithPrivateKey(key);
    }

    private X509Certificate2 Issue(
        PublicKey key,
        string nodeId,
        string role,
        string clusterId,
        DateTimeOffset now,
        TimeSpan lifetime
    )
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(clusterId);
        name.AddOrganizationalUnitName(role);
        name.AddCommonName(nodeId);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment,
                critical: true
            )
        );
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension(
                [new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")],
                critical: false
            )
        );
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(false, false, 0, critical: true)
        );
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false)
        );
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(role);
        names.AddDnsName(nodeId);
        if (role == SwarmNames.Manager)
        {
            names.AddDnsName(SwarmNames.Ca);
        }

        request.CertificateExtensions.Add(names.Build());
        return request.Create(
            root,
            now - Backdate,
            now + lifetime,
            RandomNumberGenerator.GetBytes(16)
        );
    }
}
