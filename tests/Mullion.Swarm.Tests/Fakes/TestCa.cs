using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker;

namespace Mullion.Swarm.Tests.Fakes;

/// <summary>A Swarm's certificate authority.</summary>
internal sealed class TestCa : IDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 root;

    public TestCa(string name = SwarmNames.Ca)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 1, true));
        request.CertificateExtensions.Add(
            new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false)
        );
        root = request.CreateSelfSigned(Begin, Begin.AddYears(20));
    }

    public string ClusterId { get; } = SwarmIds.Create();

    public string RootPem => root.ExportCertificatePem() + "\n";

    public JoinToken Token => JoinToken.Create(System.Text.Encoding.UTF8.GetBytes(RootPem));

    public string Issue(
        string csrPem,
        string nodeId,
        string role = SwarmNames.Worker,
        int days = 90
    )
    {
        var csr = CertificateRequest.LoadSigningRequestPem(csrPem, HashAlgorithmName.SHA256);
        return Issue(csr.PublicKey, nodeId, role, days).ExportCertificatePem() + "\n";
    }

    public X509Certificate2 Issue(PublicKey key, string nodeId, string role, int days = 90)
    {
        var request = new CertificateRequest(
            new X500DistinguishedName($"CN={nodeId}, OU={role}, O={ClusterId}"),
            key,
            HashAlgorithmName.SHA256
        );
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(role);
        names.AddDnsName(nodeId);
        if (role == SwarmNames.Manager)
        {
            names.AddDnsName(SwarmNames.Ca);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension(
                [new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")],
                critical: false
            )
        );
        // As swarmkit's: so the two roots of a rotation, which have one name, are told apart.
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false)
        );
        return request.Create(root, Begin, Begin.AddDays(days), RandomNumberGenerator.GetBytes(8));
    }

    /// <summary>The root that a rotation brings, signed by this one.</summary>
    public string CrossSign(TestCa coming)
    {
        var request = new CertificateRequest(
            coming.root.SubjectName,
            coming.root.PublicKey,
            HashAlgorithmName.SHA256
        );
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 1, true));
        request.CertificateExtensions.Add(
            new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false)
        );
        return request
                .Create(root, Begin, Begin.AddYears(10), RandomNumberGenerator.GetBytes(8))
                .ExportCertificatePem() + "\n";
    }

    /// <summary>A worker that has joined.</summary>
    public WorkerIdentity Identity(int days = 90, params string[] managers)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = SwarmIds.Create();
        return new WorkerIdentity
        {
            NodeId = id,
            ClusterId = ClusterId,
            CertificatePem =
                Issue(new PublicKey(key), id, SwarmNames.Worker, days).ExportCertificatePem()
                + "\n",
            KeyPem = key.ExportPkcs8PrivateKeyPem(),
            RootCaPem = RootPem,
            Managers = managers.Length == 0 ? ["10.0.0.1:2377"] : managers,
        };
    }

    public void Dispose() => root.Dispose();
}
