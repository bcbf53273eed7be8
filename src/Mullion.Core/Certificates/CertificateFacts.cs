using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Core.Certificates;

/// <summary>What a certificate says of itself.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="Issuer">Who signed it.</param>
/// <param name="Names">The names that it is good for.</param>
/// <param name="IsAuthority">True when it may sign others.</param>
/// <param name="ForServers">True when servers may show it.</param>
/// <param name="ForClients">True when clients may show it.</param>
/// <param name="KeyKind">The kind of its key; null when it is neither ECDSA nor RSA.</param>
/// <param name="NotBefore">From when on it is good.</param>
/// <param name="NotAfter">Until when it is good.</param>
/// <param name="Thumbprint">SHA-256 of it, lower case hex.</param>
public sealed record CertificateFacts(
    string Subject,
    string Issuer,
    CertificateNames Names,
    bool IsAuthority,
    bool ForServers,
    bool ForClients,
    KeyKind? KeyKind,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string Thumbprint
)
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>Reads the first certificate of a PEM; null when there is none in it, or a broken one.</summary>
    public static CertificateFacts? Read(string pem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            return Of(certificate);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whole days from a time until it is no longer good; negative when that is over.</summary>
    public int DaysLeft(DateTimeOffset now) => (int)Math.Floor((NotAfter - now).TotalDays);

    internal static CertificateFacts Of(X509Certificate2 certificate)
    {
        var names = certificate
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .FirstOrDefault();
        var uses = certificate
            .Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .FirstOrDefault()
            ?.EnhancedKeyUsages;
        return new CertificateFacts(
            certificate.Subject,
            certificate.Issuer,
            new CertificateNames(
                [.. names?.EnumerateDnsNames().Select(n => n.ToLowerInvariant()) ?? []],
                [.. names?.EnumerateIPAddresses().Select(a => a.ToString()) ?? []]
            ),
            certificate
                .Extensions.OfType<X509BasicConstraintsExtension>()
                .Any(c => c.CertificateAuthority),
            Allows(uses, ServerUse),
            Allows(uses, ClientUse),
            Kind(certificate),
            new DateTimeOffset(certificate.NotBefore).ToUniversalTime(),
            new DateTimeOffset(certificate.NotAfter).ToUniversalTime(),
            certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant()
        );
    }

    /// <summary>A certificate that names no use is good for every use (RFC 5280, 4.2.1.12).</summary>
    private static bool Allows(OidCollection? uses, string use) =>
        uses is null || uses.OfType<Oid>().Any(u => u.Value == use);

    private static KeyKind? Kind(X509Certificate2 certificate) =>
        certificate.PublicKey.Oid.Value switch
        {
            "1.2.840.10045.2.1" => Certificates.KeyKind.Ecdsa,
            "1.2.840.113549.1.1.1" => Certificates.KeyKind.Rsa,
            _ => null,
        };
}
