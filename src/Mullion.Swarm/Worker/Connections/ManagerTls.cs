using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>
/// Opens the TLS stream that HTTP/2 then runs on. It is done here and not by the HTTP handler, because managers
/// before 28.0 stop to negotiate ALPN once their certificate was renewed, and the handler would refuse them
/// (https://github.com/moby/swarmkit/pull/3189).
/// </summary>
internal sealed class ManagerTls(ManagerAddress address, ManagerTrust trust, TimeProvider time)
    : IDisposable
{
    private readonly X509Certificate2? own = trust.Identity is { } identity
        ? ClientCertificate.Load(identity)
        : null;

    /// <summary>Issuer of the certificate that was shown; null before the handshake.</summary>
    public string? PresentedIssuer { get; private set; }

    public async ValueTask<Stream> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        SslStream? tls = null;
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
            tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await AuthenticateAsync(tls, cancellation);
            return tls;
        }
        catch
        {
            if (tls is not null)
            {
                await tls.DisposeAsync();
            }

            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => own?.Dispose();

    private async Task AuthenticateAsync(SslStream tls, CancellationToken cancellation)
    {
        ManagerCertificateException? problem = null;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = trust.ServerName,
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ClientCertificateContext = own is null
                ? null
                : SslStreamCertificateContext.Create(own, null, offline: true),
            RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
            {
                PresentedIssuer = certificate?.Issuer;
                problem = ManagerCertificateCheck.Find(address, trust, certificate, chain, time);
                return problem is null;
            },
        };
        try
        {
            await tls.AuthenticateAsClientAsync(options, cancellation);
        }
        catch (AuthenticationException) when (problem is not null)
        {
            throw problem;
        }
    }
}
