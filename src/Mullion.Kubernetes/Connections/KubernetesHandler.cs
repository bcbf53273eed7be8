using System.Net;
using System.Net.Security;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Connections;

/// <summary>Makes the HTTP handler for a cluster. Like kubectl it heeds <c>HTTPS_PROXY</c> and its like where no proxy is given.</summary>
internal static class KubernetesHandler
{
    public static HttpMessageHandler Create(
        KubernetesConfiguration configuration,
        ClientCertificate? certificate,
        KubernetesClientOptions options
    )
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            EnableMultipleHttp2Connections = true,
            // A watch must notice that a firewall forgot its connection (as client-go: 30 s and 15 s).
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificateContext = certificate?.Context,
                CertificateChainPolicy = ServerTrust.Policy(configuration),
                RemoteCertificateValidationCallback = new ServerTrust(
                    configuration,
                    options.Time
                ).Check,
            },
        };
        if (configuration.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(new Uri(proxy.GetLeftPart(UriPartial.Authority)))
            {
                Credentials = Login(proxy),
            };
        }

        return handler;
    }

    private static NetworkCredential? Login(Uri proxy) =>
        proxy.UserInfo.Split(':', 2) switch
        {
            [{ Length: > 0 } user, var password] => new(
                Uri.UnescapeDataString(user),
                Uri.UnescapeDataString(password)
            ),
            [{ Length: > 0 } user] => new(Uri.UnescapeDataString(user), ""),
            _ => null,
        };
}
