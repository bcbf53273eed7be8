using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Kubernetes.Tests.Connections;

/// <summary>A certificate authority of tests; real TLS checks against the real time.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _certificate;

    private TestAuthority(X509Certificate2 certificate) => _certificate = certificate;

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public X509Certificate2 Certificate => _certificate;

    public string Pem => _certificate.ExportCertificatePem();

    public string Pin =>
        "sha256:"
        + Convert.ToHexStringLower(
            SHA256.HashData(_certificate.PublicKey.ExportSubjectPublicKeyInfo())
        );

    public static TestAuthority Create(string name = "CN=kubernetes")
    {
        var request = Request(name, ECDsa.Create(ECCurve.NamedCurves.nistP256), isAuthority: true);
        return new(request.CreateSelfSigned(Now.AddDays(-2), Now.AddDays(2)));
    }

    public void Dispose() => _certificate.Dispose();

    /// <summary>An authority below this one.</summary>
    public TestAuthority Below(string name) =>
        new(Issue(name, isAuthority: true, from: Now.AddDays(-1.5), to: Now.AddDays(1.5)));

    /// <summary>A server's certificate for 127.0.0.1 and a name.</summary>
    public X509Certificate2 Server(
        string dns = "api.example",
        bool isForLoopback = true,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null
    ) => Issue("CN=kube-apiserver", dns: dns, isForLoopback: isForLoopback, from: from, to: to);

    /// <summary>Certificate and key of a client, in PEM.</summary>
    public (string Certificate, string Key) Client(string name, AsymmetricAlgorithm? key = null)
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = Issue(name, key: key);
        return (issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private X509Certificate2 Issue(
        string name,
        bool isAuthority = false,
        string? dns = null,
        bool isForLoopback = false,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        AsymmetricAlgorithm? key = null
    )
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, isAuthority);
        if (dns is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(dns);
            if (isForLoopback)
            {
                names.AddIpAddress(IPAddress.Loopback);
            }

            request.CertificateExtensions.Add(names.Build());
        }

        using var bare = request.Create(
            _certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(_certificate.GetECDsaPrivateKey()!),
            from ?? Now.AddDays(-1),
            to ?? Now.AddDays(1),
            RandomNumberGenerator.GetBytes(8)
        );
        using var withKey = key is RSA rsa
            ? bare.CopyWithPrivateKey(rsa)
            : bare.CopyWithPrivateKey((ECDsa)key);
        return X509CertificateLoader.LoadPkcs12(
            withKey.Export(X509ContentType.Pfx),
            null,
            X509KeyStorageFlags.Exportable
        );
    }

    private static CertificateRequest Request(
        string name,
        AsymmetricAlgorithm key,
        bool isAuthority
    )
    {
        var subject = new X500DistinguishedName(name);
        var request = key is RSA rsa
            ? new CertificateRequest(
                subject,
                rsa,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true)
        );
        return request;
    }
}
