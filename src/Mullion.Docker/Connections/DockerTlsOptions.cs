using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Core;

namespace Mullion.Docker.Connections;

/// <summary>Turns PEM files into TLS options: the given CA and no other, or what the machine trusts.</summary>
internal static class DockerTlsOptions
{
    public static SslClientAuthenticationOptions Create(DockerEndpoint endpoint, DockerTls tls)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = endpoint.Host };
        if (tls.Ca is { } ca)
        {
            var roots = new X509Certificate2Collection();
            Load(endpoint, ca, () => roots.ImportFromPemFile(ca));
            if (roots.Count == 0)
            {
                throw Unusable(endpoint, ca, "it holds no PEM certificate");
            }

            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }

        if (tls is { Cert: { } cert, Key: { } key })
        {
            Load(
                endpoint,
                $"{cert}, {key}",
                () =>
                    options.ClientCertificateContext = SslStreamCertificateContext.Create(
                        LoadClient(cert, key),
                        null,
                        offline: true
                    )
            );
        }

        return options;
    }

    private static X509Certificate2 LoadClient(string cert, string key)
    {
        var certificate = X509Certificate2.CreateFromPemFile(cert, key);
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

    private static void Load(DockerEndpoint endpoint, string files, Action load)
    {
        try
        {
            load();
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(endpoint, files, e.Message);
        }
    }

    private static MullionException Unusable(
        DockerEndpoint endpoint,
        string files,
        string reason
    ) =>
        new(
            $"The TLS files for the docker engine at {endpoint} cannot be used: {files}: {reason}",
            "Give PEM files that you may read: ca.pem, cert.pem and key.pem of a docker client bundle."
        );
}
