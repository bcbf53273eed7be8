using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Core.Certificates;

namespace Mullion.Core.Tests.Certificates;

/// <summary>What an authority signs, and what is good enough to be kept.</summary>
public class CertificateAuthorityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly CertificateNames Names = CertificateNames.WithLocalhost(
        ["WIN-1.corp.example"],
        ["10.0.0.21", "FD00:0:0::21"]
    );

    [Theory]
    [InlineData(KeyKind.Ecdsa)]
    [InlineData(KeyKind.Rsa)]
    public void A_servers_certificate_carries_its_names_and_both_uses(KeyKind kind)
    {
        using var authority = CertificateAuthority.Create("test CA", kind, Now);

        var pair = authority.IssueServer("win-1", Names, kind, Now, Year);

        var facts = CertificateFacts.Read(pair.Certificate)!;
        facts.Subject.ShouldBe("CN=win-1");
        facts.Issuer.ShouldBe("CN=test CA");
        facts.Names.Dns.ShouldBe(["win-1.corp.example", "localhost"]);
        facts.Names.Addresses.ShouldBe(["10.0.0.21", "fd00::21", "127.0.0.1", "::1"]);
        (facts.ForServers, facts.ForClients, facts.IsAuthority).ShouldBe((true, true, false));
        facts.KeyKind.ShouldBe(kind);
        facts.NotAfter.ShouldBe(Now + Year);
        facts.DaysLeft(Now).ShouldBe(365);
        facts.DaysLeft(Now + Year + TimeSpan.FromMinutes(1)).ShouldBe(-1);
        authority.Certificate.Facts.IsAuthority.ShouldBeTrue();
        new CertificateWish(authority.Certificate, Names, Month)
            .WhyNot(pair.Certificate, pair.Key, Now)
            .ShouldBeNull();
    }

    [Fact]
    public void A_clients_certificate_is_not_a_servers()
    {
        using var authority = CertificateAuthority.Create("test CA", KeyKind.Ecdsa, Now);

        var pair = authority.IssueClient("ann", KeyKind.Ecdsa, Now, Year);

        new CertificateWish(authority.Certificate, Names: null, Month)
            .WhyNot(pair.Certificate, pair.Key, Now)
            .ShouldBeNull();
        new CertificateWish(authority.Certificate, Names, Month)
            .WhyNot(pair.Certificate, pair.Key, Now)
            .ShouldBe("is not for this use");
    }

    [Fact]
    public void What_is_wrong_with_a_certificate_is_named()
    {
        using var authority = CertificateAuthority.Create("test CA", KeyKind.Ecdsa, Now);
        using var other = CertificateAuthority.Create("test CA", KeyKind.Ecdsa, Now);
        var wish = new CertificateWish(authority.Certificate, Names, Month);
        var pair = authority.IssueServer("win-1", Names, KeyKind.Ecdsa, Now, Year);
        var foreign = other.IssueServer("win-1", Names, KeyKind.Ecdsa, Now, Year);
        var few = authority.IssueServer(
            "win-1",
            CertificateNames.WithLocalhost([], ["10.0.0.21"]),
            KeyKind.Rsa,
            Now,
            Year
        );

        wish.WhyNot(null, pair.Key, Now).ShouldBe("is not there");
        wish.WhyNot(pair.Certificate, null, Now).ShouldBe("has no key beside it");
        wish.WhyNot(pair.Certificate, foreign.Key, Now)
            .ShouldBe("does not belong to the key beside it");
        wish.WhyNot(foreign.Certificate, foreign.Key, Now)
            .ShouldBe("was not signed by this authority");
        wish.WhyNot(few.Certificate, few.Key, Now).ShouldBe("lacks win-1.corp.example, fd00::21");
        wish.WhyNot(pair.Certificate, pair.Key, Now + Year - Month + TimeSpan.FromHours(1))
            .ShouldBe("expires in 29 days");
        wish.WhyNot(pair.Certificate, pair.Key, Now + Year).ShouldBe("expired on 2027-11-26");
        wish.WhyNot(pair.Certificate, pair.Key, Now - TimeSpan.FromDays(1))
            .ShouldBe("is good only from 2026-11-26 on");
        wish.WhyNot(pair.Certificate[..200], pair.Key, Now)!.ShouldStartWith("cannot be used (");
        wish.WhyNot(pair.Certificate, "no key", Now)!.ShouldStartWith("cannot be used (");
    }

    [Fact]
    public void No_certificate_is_good_for_longer_than_its_authority_and_none_is_renewed_for_that()
    {
        using var authority = CertificateAuthority.Create("test CA", KeyKind.Ecdsa, Now);
        var end = authority.Certificate.Facts.NotAfter;
        var late = end - TimeSpan.FromDays(10);

        var pair = authority.IssueServer("win-1", Names, KeyKind.Ecdsa, late, Year);

        CertificateFacts.Read(pair.Certificate)!.NotAfter.ShouldBe(end);
        new CertificateWish(authority.Certificate, Names, Month)
            .WhyNot(pair.Certificate, pair.Key, late)
            .ShouldBeNull();
    }

    [Theory]
    [InlineData(KeyKind.Ecdsa)]
    [InlineData(KeyKind.Rsa)]
    public void A_sealed_key_opens_with_its_passphrase_alone(KeyKind kind)
    {
        using var authority = CertificateAuthority.Create("test CA", kind, Now);
        var key = authority.KeyPem("correct horse");

        key.ShouldStartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        using var loaded = CertificateAuthority.Load(
            authority.Certificate.Pem,
            key,
            "correct horse"
        );
        var pair = loaded.IssueClient("ann", KeyKind.Ecdsa, Now, Year);
        new CertificateWish(authority.Certificate, null, Month)
            .WhyNot(pair.Certificate, pair.Key, Now)
            .ShouldBeNull();
        Refused(authority.Certificate.Pem, key, "wrong").ShouldStartWith("the passphrase is wrong");
        Refused(authority.Certificate.Pem, key, null)
            .ShouldBe("it is sealed, and no passphrase was given");
    }

    [Fact]
    public void Files_that_do_not_make_an_authority_are_refused()
    {
        using var authority = CertificateAuthority.Create("test CA", KeyKind.Ecdsa, Now);
        using var other = CertificateAuthority.Create("test CA", KeyKind.Ecdsa, Now);
        var pair = authority.IssueServer("win-1", Names, KeyKind.Ecdsa, Now, Year);

        Refused(authority.Certificate.Pem, other.KeyPem(null), null)
            .ShouldBe("the key is not that of the certificate");
        Refused(pair.Certificate, pair.Key, null)
            .ShouldBe("the certificate is not that of an authority");
        Refused(authority.Certificate.Pem, "", null).ShouldBe("it holds no PEM");
    }

    /// <summary>A corporate authority is often one that another signed.</summary>
    [Fact]
    public void An_authority_that_is_itself_signed_signs_too()
    {
        using var rootKey = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=corp root",
            rootKey,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = request.CreateSelfSigned(Now, Now.AddYears(10));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var sub = new CertificateRequest("CN=corp issuing", key, HashAlgorithmName.SHA256);
        sub.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        sub.CertificateExtensions.Add(
            new X509SubjectKeyIdentifierExtension(sub.PublicKey, critical: false)
        );
        using var issuing = sub.Create(
            root.SubjectName,
            X509SignatureGenerator.CreateForRSA(rootKey, RSASignaturePadding.Pkcs1),
            Now,
            Now.AddYears(5),
            [1, 2, 3]
        );

        using var authority = CertificateAuthority.Load(
            issuing.ExportCertificatePem() + "\n" + root.ExportCertificatePem(),
            key.ExportPkcs8PrivateKeyPem(),
            passphrase: null
        );
        var pair = authority.IssueServer("win-1", Names, KeyKind.Ecdsa, Now, Year);

        new CertificateWish(authority.Certificate, Names, Month)
            .WhyNot(pair.Certificate, pair.Key, Now)
            .ShouldBeNull();
    }

    [Fact]
    public void Keys_do_not_show_in_text()
    {
        using var authority = CertificateAuthority.Create("test CA", KeyKind.Ecdsa, Now);

        authority
            .IssueClient("ann", KeyKind.Ecdsa, Now, Year)
            .ToString()
            .ShouldBe("a certificate and its key");
    }

    private static string Refused(string pem, string key, string? passphrase) =>
        Should
            .Throw<CryptographicException>(() => CertificateAuthority.Load(pem, key, passphrase))
            .Message;
}
