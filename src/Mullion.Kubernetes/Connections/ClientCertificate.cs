using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Core;

namespace Mullion.Kubernetes.Connections;

/// <summary>A certificate that a client shows, with its key and chain. Shows nothing of itself in text.</summary>
internal sealed class ClientCertificate
{
    private ClientCertificate(SslStreamCertificateContext context) => Context = context;

    public SslStreamCertificateContext Context { get; }

    /// <summary>Of two PEM texts; the key may be PKCS#8, PKCS#1 or SEC 1.</summary>
    /// <param name="certificates">The certificate and what leads to its authority.</param>
    /// <param name="key">Its key.</param>
    /// <param name="what">Whose it is, for errors.</param>
    /// <exception cref="MullionException">They cannot be used.</exception>
    public static ClientCertificate Load(string certificates, string key, string what)
    {
        try
        {
            var own = Usable(X509Certificate2.CreateFromPem(certificates, key));
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificates);
            return new(SslStreamCertificateContext.Create(own, chain, offline: true));
        }
        catch (Exception e)
            when (e is CryptographicException or ArgumentException or NotSupportedException)
        {
            throw new MullionException(
                $"The client certificate of {what} cannot be used: {e.Message.TrimEnd('.')}.",
                "Give a certificate in PEM and its own key, RSA or ECDSA, in PEM without a passphrase."
            );
        }
    }

    /// <summary>SChannel refuses keys that live in memory only.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(
                certificate.Export(X509ContentType.Pfx),
                password: null
            );
        }
    }
}
