using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Core.Certificates;

/// <summary>
/// What a certificate has to be. One that is as wished is kept: certificates are compared by this and never by their bytes.
/// </summary>
/// <param name="Authority">Who has to have signed it.</param>
/// <param name="Names">Names that it has to carry; null for a client's.</param>
/// <param name="RenewBefore">How long before its end it is no longer good enough.</param>
public sealed record CertificateWish(
    AuthorityCertificate Authority,
    CertificateNames? Names,
    TimeSpan RenewBefore
)
{
    /// <summary>What is wrong with a certificate and its key, in words that follow its name; null when it is as wished.</summary>
    /// <param name="certificate">The certificate, PEM; null when there is none.</param>
    /// <param name="key">Its key, PEM; null when there is none.</param>
    /// <param name="now">The time.</param>
    public string? WhyNot(string? certificate, string? key, DateTimeOffset now)
    {
        if (certificate is null || key is null)
        {
            return certificate is null ? "is not there" : "has no key beside it";
        }

        try
        {
            using var read = X509Certificate2.CreateFromPem(certificate);
            using var own = PrivateKey.Read(key, passphrase: null);
            var facts = CertificateFacts.Of(read);
            return true switch
            {
                _ when !own.Fits(read) => "does not belong to the key beside it",
                _ when !Authority.Signed(read) => "was not signed by this authority",
                _ when facts.NotBefore > now =>
                    $"is good only from {facts.NotBefore:yyyy-MM-dd} on",
                _ when facts.NotAfter <= now => $"expired on {facts.NotAfter:yyyy-MM-dd}",
                _ when facts.NotAfter - now < RenewBefore
                        && facts.NotAfter < Authority.Facts.NotAfter =>
                    $"expires in {facts.DaysLeft(now)} days",
                _ when !facts.ForClients || (Names is not null && !facts.ForServers) =>
                    "is not for this use",
                _ when Names?.LackedBy(facts.Names).ToList() is { Count: > 0 } lacked =>
                    $"lacks {string.Join(", ", lacked)}",
                _ => null,
            };
        }
        catch (CryptographicException e)
        {
            return $"cannot be used ({e.Message})";
        }
    }
}
