namespace Mullion.Core.Certificates;

/// <summary>A certificate and its private key, as PEM. Never shows its key in text.</summary>
/// <param name="Certificate">The certificate, PEM.</param>
/// <param name="Key">The private key, PKCS#8 PEM; it may be sealed by a passphrase. A secret.</param>
public sealed record CertificatePair(string Certificate, string Key)
{
    /// <inheritdoc/>
    public override string ToString() => "a certificate and its key";
}
