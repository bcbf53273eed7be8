using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Mullion.Kubernetes.Tests.Connections;

/// <summary>An API server of one answer behind real TLS on loopback; keeps who asked and by which name.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _chain = [];
    private readonly string _body;

    public TlsServer(
        X509Certificate2 certificate,
        X509Certificate2[]? chain = null,
        string body = """{"gitVersion":"v1.34.9"}"""
    )
    {
        _certificate = certificate;
        _chain.AddRange(chain ?? []);
        _body = body;
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The client certificates that were shown, null for none.</summary>
    public List<string?> Clients { get; } = [];

    /// <summary>The names that were asked for (SNI).</summary>
    public List<string> Names { get; } = [];

    public List<string> Heads { get; } = [];

    /// <summary>Whether the next request is answered with 401.</summary>
    public bool Refuse { get; set; }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient connection;
            try
            {
                connection = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            using (connection)
            {
                await AnswerAsync(connection);
            }
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        try
        {
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = SslStreamCertificateContext.Create(
                        _certificate,
                        _chain,
                        offline: true
                    ),
                    ClientCertificateRequired = true,
                    RemoteCertificateValidationCallback = (_, shown, _, _) =>
                        shown is null || shown.Subject.Length > 0,
                }
            );
            var buffer = new byte[16384];
            var read = await tls.ReadAsync(buffer);
            if (read == 0)
            {
                return;
            }

            lock (Clients)
            {
                Clients.Add(tls.RemoteCertificate?.Subject);
                Names.Add(tls.TargetHostName);
                Heads.Add(Encoding.ASCII.GetString(buffer, 0, read));
            }

            var status = Refuse ? "401 Unauthorized" : "200 OK";
            Refuse = false;
            await tls.WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(_body)}\r\n\r\n{_body}"
                )
            );
            await tls.ShutdownAsync();
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client did not like the certificate.
        }
    }
}
