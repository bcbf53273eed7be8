using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Core.Certificates;

/// <summary>The certificate of an authority, without its key: what engines and clients trust.</summary>
public sealed class AuthorityCertificate : IDisposable
{
    private AuthorityCertificate(X509Certificate2 certificate, string pem)
    {
        Own = certificate;
        Pem = pem;
        Facts = CertificateFacts.Of(certificate);
    }

    /// <summary>The certificate, PEM, with those above it where it was given so.</summary>
    public string Pem { get; }

    /// <summary>What it says.</summary>
    public CertificateFacts Facts { get; }

    internal X509Certificate2 Own { get; }

    /// <summary>Reads one; its own certificate comes first in the PEM.</summary>
    /// <exception cref="CryptographicException">It cannot be read, or is not an authority's.</exception>
    public static AuthorityCertificate Read(string pem)
    {
        var certificate = X509Certificate2.CreateFromPem(pem);
        var read = new AuthorityCertificate(certificate, pem);
        if (read.Facts.IsAuthority)
        {
            return read;
        }

        certificate.Dispose();
        throw new CryptographicException("the certificate is not that of an authority");
    }

    /// <summary>Reads one; null where it cannot be read, or is not an authority's.</summary>
    public static AuthorityCertificate? TryRead(string pem)
    {
        try
        {
            return Read(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether it signed a certificate.</summary>
    public bool Signed(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Own);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;

        // How long it is good is another question; and the authority may itself be signed by one that is not here.
        chain.ChainPolicy.VerificationFlags =
            X509VerificationFlags.IgnoreNotTimeValid
            | X509VerificationFlags.AllowUnknownCertificateAuthority;
        return chain.Build(certificate)
            && chain.ChainElements.Skip(1).Any(e => e.Certificate.Equals(Own));
    }

    /// <inheritdoc/>
    public void Dispose() => Own.Dispose();
}
