using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Core.Certificates;

/// <summary>A private key of either kind, and what certificates are made with it.</summary>
internal sealed class PrivateKey(AsymmetricAlgorithm algorithm) : IDisposable
{
    private const int RsaBits = 3072;

    // RFC 8018; the rounds are OWASP's for SHA-256 (Password Storage Cheat Sheet, 2023).
    private static readonly PbeParameters Seal = new(
        PbeEncryptionAlgorithm.Aes256Cbc,
        HashAlgorithmName.SHA256,
        iterationCount: 600_000
    );

    /// <summary>What a certificate of this key may be used for, beside what it is for.</summary>
    public X509KeyUsageFlags Usages =>
        algorithm is RSA
            ? X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment
            : X509KeyUsageFlags.DigitalSignature;

    /// <summary>A new key.</summary>
    public static PrivateKey Create(KeyKind kind) =>
        new(kind == KeyKind.Rsa ? RSA.Create(RsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The key of a PEM.</summary>
    /// <param name="pem">PKCS#8, or what OpenSSL wrote before it.</param>
    /// <param name="passphrase">What seals it; null when nothing does, and unheeded then.</param>
    /// <exception cref="CryptographicException">There is no key in it, or the passphrase is missing or wrong.</exception>
    public static PrivateKey Read(string pem, string? passphrase)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
        {
            throw new CryptographicException("it holds no PEM");
        }

        var isSealed = pem.AsSpan()[fields.Label].SequenceEqual("ENCRYPTED PRIVATE KEY");
        if (isSealed && passphrase is null)
        {
            throw new CryptographicException("it is sealed, and no passphrase was given");
        }

        foreach (var algorithm in new AsymmetricAlgorithm[] { ECDsa.Create(), RSA.Create() })
        {
            try
            {
                if (isSealed)
                {
                    algorithm.ImportFromEncryptedPem(pem, passphrase);
                }
                else
                {
                    algorithm.ImportFromPem(pem);
                }

                return new PrivateKey(algorithm);
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                // Of the other kind, or of none.
                algorithm.Dispose();
            }
        }

        throw new CryptographicException(
            isSealed
                ? "the passphrase is wrong, or it holds neither an ECDSA nor an RSA key"
                : "it holds neither an ECDSA nor an RSA key"
        );
    }

    /// <summary>A request for a certificate of this key.</summary>
    public CertificateRequest Request(X500DistinguishedName subject) =>
        algorithm is RSA rsa
            ? new CertificateRequest(
                subject,
                rsa,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
            : new CertificateRequest(subject, (ECDsa)algorithm, HashAlgorithmName.SHA256);

    /// <summary>What signs certificates with this key.</summary>
    public X509SignatureGenerator Signer() =>
        algorithm is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)algorithm);

    /// <summary>Whether a certificate is of this key.</summary>
    public bool Fits(X509Certificate2 certificate) =>
        algorithm
            .ExportSubjectPublicKeyInfo()
            .AsSpan()
            .SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    /// <summary>The key as PKCS#8 PEM, sealed when there is a passphrase.</summary>
    public string Pem(string? passphrase = null) =>
        (
            passphrase is null
                ? algorithm.ExportPkcs8PrivateKeyPem()
                : algorithm.ExportEncryptedPkcs8PrivateKeyPem(passphrase, Seal)
        ) + "\n";

    /// <inheritdoc/>
    public void Dispose() => algorithm.Dispose();
}
