using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Swarm;

namespace Mullion.Simulation.Tests.Engine;

public class SwarmFolderTests
{
    [Fact]
    public void An_identity_is_read_back_from_a_real_certificate()
    {
        var host = Hosts.WithEngine();
        var folder = new SwarmFolder(host.Store, @"C:\ProgramData\docker");
        var identity = Identity();

        folder.Write(identity);

        var read = folder.ReadIdentity()!;
        read.NodeId.ShouldBe("m3zdeghtagyxn3c97gt7dwpjc");
        read.ClusterId.ShouldBe("jgds66yz2s4exzanba1ioihjc");
        read.CertificatePem.ShouldBe(identity.CertificatePem);
        read.KeyPem.ShouldBe(identity.KeyPem);
        read.Managers.ShouldBe(identity.Managers);
    }

    [Theory]
    [InlineData("swarm-root-ca.crt")]
    [InlineData("swarm-node.crt")]
    [InlineData("swarm-node.key")]
    public void An_identity_with_a_part_missing_is_none(string part)
    {
        var host = Hosts.WithEngine();
        var folder = new SwarmFolder(host.Store, @"C:\ProgramData\docker");
        folder.Write(Identity());
        host.Files.Take(@"C:\ProgramData\docker\swarm\certificates\" + part);

        folder.ReadIdentity().ShouldBeNull();
    }

    private static SwarmIdentity Identity()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest(
            "O=jgds66yz2s4exzanba1ioihjc, OU=swarm-worker, CN=m3zdeghtagyxn3c97gt7dwpjc",
            key,
            HashAlgorithmName.SHA256
        ).CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return new SwarmIdentity(
            "m3zdeghtagyxn3c97gt7dwpjc",
            "jgds66yz2s4exzanba1ioihjc",
            certificate.ExportCertificatePem() + "\n",
            certificate.ExportCertificatePem() + "\n",
            key.ExportECPrivateKeyPem() + "\n",
            ["10.0.0.5:2377"]
        );
    }
}
