using System.Net.Sockets;
using System.Security.Authentication;

namespace Mullion.Docker.Connections;

/// <summary>Says in plain words why an engine could not be reached, and what to do.</summary>
internal static class ConnectionFailure
{
    private const string IsItRunning =
        "Is the docker engine running there? Look with `systemctl status docker`, on Windows with `Get-Service docker`.";

    public static DockerConnectionException Explain(
        DockerEndpoint endpoint,
        TimeSpan connectTimeout,
        Exception error
    )
    {
        var (reason, fix) = Chain(error)
            .Select(e => Known(endpoint, connectTimeout, e))
            .FirstOrDefault(k => k.Fix is not null);
        return new DockerConnectionException(
            endpoint,
            reason ?? Chain(error).Last().Message.TrimEnd('.'),
            fix ?? IsItRunning,
            error
        );
    }

    private static (string? Reason, string? Fix) Known(
        DockerEndpoint endpoint,
        TimeSpan connectTimeout,
        Exception error
    ) =>
        error switch
        {
            FileNotFoundException => ("the socket does not exist", IsItRunning),
            SocketException { SocketErrorCode: SocketError.AccessDenied }
            or UnauthorizedAccessException => (
                "permission denied",
                endpoint.Kind == DockerEndpointKind.NamedPipe
                    ? "Run as administrator, or as a member of the group that the engine was started with (--group)."
                    : "Run as root or as a member of the group `docker`."
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
                $"the name {endpoint.Host} is unknown",
                "Check the host name and this machine's DNS."
            ),
            SocketException
            {
                SocketErrorCode: SocketError.TimedOut
                    or SocketError.HostUnreachable
                    or SocketError.NetworkUnreachable
            } s => (s.Message, IsItOpen(endpoint)),
            AuthenticationException when endpoint.Tls is { Cert: null } => (
                $"TLS failed ({Chain(error).Last().Message.TrimEnd('.')})",
                "The engine may ask for a client certificate: give tls cert and key. Check that tls ca is the engine's CA."
            ),
            AuthenticationException => (
                $"TLS failed ({Chain(error).Last().Message.TrimEnd('.')})",
                "Check that tls ca is the engine's CA, that the certificate names the host, and the clocks of both sides."
            ),
            IOException when endpoint.Tls is not null && IsTls(error) => (
                $"TLS failed ({Chain(error).Last().Message.TrimEnd('.')})",
                endpoint.Tls.Cert is null
                    ? "The engine asks for a client certificate: give tls cert and key."
                    : "The engine refuses the client certificate: check that tls cert is issued by the CA that the engine trusts (its --tlscacert), for client authentication, and not expired."
            ),
            TimeoutException => (
                $"no connection within {connectTimeout.TotalSeconds:0.#} s",
                endpoint.Kind == DockerEndpointKind.Tcp ? IsItOpen(endpoint) : IsItRunning
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

    private static string IsItOpen(DockerEndpoint endpoint) =>
        $"Check the address and that a firewall lets this machine reach port {endpoint.Port}.";

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
