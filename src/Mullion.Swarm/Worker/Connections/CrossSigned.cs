using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>
/// While a root CA is replaced, managers show a certificate of the new root and, behind it, the new root as the old one signed it. Both roots
/// are called swarm-ca and name no issuer's key, so OpenSSL takes that one for self-signed and looks no further. Whether the old root signed
/// it is therefore told here, by its signature alone.
/// </summary>
internal static class CrossSigned
{
    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
    };

    /// <summary>Those of some certificates that are authorities and that a trusted root has signed.</summary>
    public static IReadOnlyList<X509Certificate2> By(
        X509Certificate2Collection roots,
        IEnumerable<X509Certificate2> certificates
    ) =>
        [
            .. certificates.Where(c =>
                c.Extensions.OfType<X509BasicConstraintsExtension>()
                    .Any(b => b.CertificateAuthority) && roots.Any(r => HasSigned(r, c))
            ),
        ];

    private static bool HasSigned(X509Certificate2 root, X509Certificate2 certificate)
    {
        try
        {
            return root.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
                && Verifies(root, certificate);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>RFC 5280, 4.1: what is signed, the algorithm, the signature.</summary>
    private static bool Verifies(X509Certificate2 root, X509Certificate2 certificate)
    {
        var parts = new AsnReader(certificate.RawData, AsnEncodingRules.DER).ReadSequence();
        var signed = parts.ReadEncodedValue().Span;
        if (!Hashes.TryGetValue(parts.ReadSequence().ReadObjectIdentifier(), out var hash))
        {
            return false;
        }

        var signature = parts.ReadBitString(out _);
        using var ecdsa = root.GetECDsaPublicKey();
        if (ecdsa is not null)
        {
            return ecdsa.VerifyData(signed, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
        }

        using var rsa = root.GetRSAPublicKey();
        return rsa?.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1) == true;
    }
}
