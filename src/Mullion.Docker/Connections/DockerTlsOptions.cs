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
                () => options.ClientCertificateContext = LoadClient(cert, key)
            );
        }

        return options;
    }

    /// <summary>With the whole chain of the file: the engine may trust only the root above it.</summary>
    private static SslStreamCertificateContext LoadClient(string cert, string key)
    {
        var own = TlsKey.Usable(X509Certificate2.CreateFromPemFile(cert, key));
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(cert);
        return SslStreamCertificateContext.Create(own, chain, offline: true);
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
