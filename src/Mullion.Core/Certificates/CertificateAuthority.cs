using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Core.Certificates;

/// <summary>Signs the certificates by which an engine and its clients know each other.</summary>
/// <remarks>
/// What it makes is what <c>dockerd --tlsverify</c> and the seed's <c>generate-certs</c> want: a CA, a server certificate with the
/// engine's names, and client certificates. Shown with a real dockerd (rung 3).
/// </remarks>
public sealed class CertificateAuthority : IDisposable
{
    /// <summary>How long an authority is good that <see cref="Create"/> makes.</summary>
    public const int Years = 10;

    // Clocks of hosts differ; a certificate of this minute is refused by those that are behind.
    private static readonly TimeSpan Backdate = TimeSpan.FromHours(1);

    private readonly PrivateKey _key;

    private CertificateAuthority(AuthorityCertificate certificate, PrivateKey key)
    {
        Certificate = certificate;
        _key = key;
    }

    /// <summary>What others know it by.</summary>
    public AuthorityCertificate Certificate { get; }

    /// <summary>Makes a new one.</summary>
    /// <param name="name">Its common name.</param>
    /// <param name="kind">The kind of its key.</param>
    /// <param name="now">The time.</param>
    public static CertificateAuthority Create(string name, KeyKind kind, DateTimeOffset now)
    {
        var key = PrivateKey.Create(kind);
        var request = key.Request(Subject(name));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
                critical: true
            )
        );
        request.CertificateExtensions.Add(
            new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false)
        );
        using var certificate = request.Create(
            request.SubjectName,
            key.Signer(),
            now - Backdate,
            now.AddYears(Years),
            Serial()
        );
        return new CertificateAuthority(AuthorityCertificate.Read(Text(certificate)), key);
    }

    /// <summary>Takes one up from its files.</summary>
    /// <param name="pem">Its certificate, PEM.</param>
    /// <param name="key">Its key, PEM.</param>
    /// <param name="passphrase">What seals the key; null when nothing does.</param>
    /// <exception cref="CryptographicException">One of them cannot be read, is not an authority's, or they do not belong together.</exception>
    public static CertificateAuthority Load(string pem, string key, string? passphrase)
    {
        var certificate = AuthorityCertificate.Read(pem);
        PrivateKey? read = null;
        try
        {
            read = PrivateKey.Read(key, passphrase);
            return read.Fits(certificate.Own)
                ? new CertificateAuthority(certificate, read)
                : throw new CryptographicException("the key is not that of the certificate");
        }
        catch
        {
            read?.Dispose();
            certificate.Dispose();
            throw;
        }
    }

    /// <summary>Its key, PEM, sealed when there is a passphrase. A secret.</summary>
    public string KeyPem(string? passphrase) => _key.Pem(passphrase);

    /// <summary>A new key with a certificate that servers and clients may both show, as engines do to each other.</summary>
    public CertificatePair IssueServer(
        string name,
        CertificateNames names,
        KeyKind kind,
        DateTimeOffset now,
        TimeSpan lifetime
    ) => Issue(name, names, ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"], kind, now, lifetime);

    /// <summary>A new key with a certificate for a client of engines.</summary>
    public CertificatePair IssueClient(
        string name,
        KeyKind kind,
        DateTimeOffset now,
        TimeSpan lifetime
    ) => Issue(name, names: null, ["1.3.6.1.5.5.7.3.2"], kind, now, lifetime);

    /// <inheritdoc/>
    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    private CertificatePair Issue(
        string name,
        CertificateNames? names,
        IEnumerable<string> uses,
        KeyKind kind,
        DateTimeOffset now,
        TimeSpan lifetime
    )
    {
        using var key = PrivateKey.Create(kind);
        var request = key.Request(Subject(name));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(key.Usages, critical: true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([.. uses.Select(u => new Oid(u))], critical: false)
        );
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate.Own, true, false)
        );
        if (names is not null)
        {
            request.CertificateExtensions.Add(names.Extension());
        }

        var until = now + lifetime;
        var end = Certificate.Facts.NotAfter;
        using var certificate = request.Create(
            Certificate.Own.SubjectName,
            _key.Signer(),
            now - Backdate,
            // No chain is good for longer than its authority.
            until < end
                ? until
                : end,
            Serial()
        );
        return new CertificatePair(Text(certificate), key.Pem());
    }

    private static X500DistinguishedName Subject(string name)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        return builder.Build();
    }

    /// <summary>128 random bits, positive.</summary>
    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7f;
        return serial;
    }

    private static string Text(X509Certificate2 certificate) =>
        certificate.ExportCertificatePem() + "\n";
}
