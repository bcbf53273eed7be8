using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Core.Certificates;

/// <summary>A request by which somebody else's authority certifies a server's key (PKCS#10, RFC 2986). Texts are PEM.</summary>
public static class SigningRequest
{
    /// <summary>A new key, sealed where there is a passphrase. A secret.</summary>
    public static string NewKey(KeyKind kind, string? passphrase)
    {
        using var key = PrivateKey.Create(kind);
        return key.Pem(passphrase);
    }

    /// <summary>A key without its seal. A secret.</summary>
    /// <exception cref="CryptographicException">There is no key in it, or the passphrase is missing or wrong.</exception>
    public static string OpenKey(string key, string? passphrase)
    {
        using var opened = PrivateKey.Read(key, passphrase);
        return opened.Pem();
    }

    /// <summary>The request for a key: names and both uses are asked for; authorities may grant less.</summary>
    /// <param name="name">The server's name.</param>
    /// <param name="names">All names that the certificate has to carry.</param>
    /// <param name="key">The key.</param>
    /// <param name="passphrase">What opens the key; null for nothing.</param>
    /// <exception cref="CryptographicException">There is no key in it, or the passphrase is missing or wrong.</exception>
    public static string Of(string name, CertificateNames names, string key, string? passphrase)
    {
        using var opened = PrivateKey.Read(key, passphrase);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        var request = opened.Request(subject.Build());
        request.CertificateExtensions.Add(names.Extension());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(opened.Usages, critical: true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension(
                [new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")],
                critical: false
            )
        );
        return request.CreateSigningRequestPem() + "\n";
    }
}
