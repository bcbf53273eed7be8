using System.Net.Sockets;
using System.Security.Authentication;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Connections;

/// <summary>Says in plain words why an API server could not be reached, and what to do.</summary>
internal static class ConnectionFailure
{
    private const string IsItRunning =
        "Is the API server running there, and is this its address? `kubectl cluster-info` should answer.";

    public static KubernetesConnectionException Explain(
        KubernetesConfiguration configuration,
        TimeSpan connectTimeout,
        Exception error
    )
    {
        var (reason, fix) = Chain(error)
            .Select(e => Known(configuration, connectTimeout, e))
            .FirstOrDefault(k => k.Fix is not null);
        return new KubernetesConnectionException(
            configuration.Server,
            reason ?? Chain(error).Last().Message.TrimEnd('.'),
            fix ?? IsItRunning,
            error
        );
    }

    /// <summary>Whether a connection broke that stood: another one may stand at once.</summary>
    public static bool IsPassing(Exception error) =>
        Chain(error)
            .Any(e =>
                e
                    is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
                        or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }
                        or SocketException { SocketErrorCode: SocketError.ConnectionReset }
            );

    private static (string? Reason, string? Fix) Known(
        KubernetesConfiguration configuration,
        TimeSpan connectTimeout,
        Exception error
    ) =>
        error switch
        {
            RejectedCertificateException rejected => (rejected.Message, rejected.Fix),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => (
                $"the proxy{Named(configuration.Proxy)} refuses: {error.Message.TrimEnd('.')}",
                "Check proxy-url in the kubeconfig and HTTPS_PROXY, and name in NO_PROXY what must not go through a proxy."
            ),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => (
                "connection refused",
                IsItRunning
            ),
            SocketException
            {
                SocketErrorCode: SocketError.HostNotFound
                    or SocketError.TryAgain
                    or SocketError.NoData
            } => (
                $"the name {(configuration.Proxy ?? configuration.Server).IdnHost} is unknown",
                "Check the host name and this machine's DNS."
            ),
            SocketException
            {
                SocketErrorCode: SocketError.TimedOut
                    or SocketError.HostUnreachable
                    or SocketError.NetworkUnreachable
            } s => (s.Message, IsItOpen(configuration)),
            AuthenticationException => (
                $"TLS failed ({Chain(error).Last().Message.TrimEnd('.')})",
                "Check that the address is an https one and that the API server accepts TLS 1.2 or 1.3."
            ),
            IOException when IsTls(error) => (
                $"TLS failed ({Chain(error).Last().Message.TrimEnd('.')})",
                "The API server refuses the client certificate: check that it is the cluster's, and not expired."
            ),
            TimeoutException => (
                $"no connection within {connectTimeout.TotalSeconds:0.#} s",
                IsItOpen(configuration)
            ),
            _ => (null, null),
        };

    /// <summary>In TLS 1.3 the other side refuses a certificate only after the handshake: reading fails, deep inside with TLS's words.</summary>
    private static bool IsTls(Exception error) =>
        Chain(error)
            .Any(e =>
                e.Message.Contains("SSL", StringComparison.Ordinal)
                || e.Message.Contains("TLS alert", StringComparison.OrdinalIgnoreCase)
            );

    private static string Named(Uri? proxy) =>
        proxy is null ? "" : " " + proxy.GetLeftPart(UriPartial.Scheme) + proxy.Authority;

    private static string IsItOpen(KubernetesConfiguration configuration) =>
        $"Check the address and that a firewall lets this machine reach port {(configuration.Proxy ?? configuration.Server).Port}.";

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (var e = error; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
