using System.Security.Cryptography;
using Mullion.Core.Certificates;

namespace Mullion.Cli.Certificates;

/// <summary>An authority of the user's, in files.</summary>
internal static class AuthorityFiles
{
    /// <summary>Takes one up.</summary>
    /// <param name="certificate">The file of its certificate.</param>
    /// <param name="key">The file of its key.</param>
    /// <param name="passphrase">What opens the key; null for nothing.</param>
    /// <param name="passphraseFix">How to give a passphrase.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="CliException">They cannot be used.</exception>
    public static CertificateAuthority Load(
        string certificate,
        string key,
        string? passphrase,
        string passphraseFix,
        DateTimeOffset now
    )
    {
        CertificateAuthority authority;
        try
        {
            authority = CertificateAuthority.Load(
                PemFile.Read(certificate),
                PemFile.Read(key),
                passphrase
            );
        }
        catch (CryptographicException e)
        {
            throw CliException.Usage(
                $"The authority of {certificate} and {Path.GetFileName(key)} cannot be used: {e.Message}.",
                $"{passphraseFix} if the key is sealed; otherwise restore both files, or name another authority."
            );
        }

        if (authority.Certificate.Facts.NotAfter > now)
        {
            return authority;
        }

        var end = authority.Certificate.Facts.NotAfter;
        authority.Dispose();
        throw CliException.Usage(
            $"The authority of {certificate} expired on {end:yyyy-MM-dd}.",
            "Name another one, made by mullion certs generate for example, and give its ca.pem to every engine and client."
        );
    }
}
