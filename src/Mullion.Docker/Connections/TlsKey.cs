using System.Security.Cryptography.X509Certificates;

namespace Mullion.Docker.Connections;

/// <summary>Makes a certificate with a key of memory usable by the platform's TLS.</summary>
internal static class TlsKey
{
    /// <summary>The certificate to use, in place of the one given.</summary>
    public static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // SChannel refuses keys that live in memory only.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(
                certificate.Export(X509ContentType.Pfx),
                password: null
            );
        }
    }
}
