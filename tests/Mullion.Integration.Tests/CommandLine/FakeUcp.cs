using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>
/// What stands before the engine of a UCP manager: TLS, a login that hands out a token, and the Engine API for who shows it. One request a
/// connection. Only this is not real; the engine behind it is.
/// </summary>
internal sealed class FakeUcp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly string _engine;
    private readonly string _login;
    private readonly string _token = Guid.NewGuid().ToString();
    private readonly Task _serving;

    public FakeUcp(string engine, X509Certificate2 certificate, string user, string password)
    {
        _engine = engine;
        _certificate = certificate;
        _login = $$"""{"username":"{{user}}","password":"{{password}}"}""";
        _listener.Start();
        Address = $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>How often somebody logged on.</summary>
    public int Logins { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(_certificate);
                await AnswerAsync(tls);
            }
            catch (Exception e)
                when (e
                        is OperationCanceledException
                            or IOException
                            or SocketException
                            or System.Security.Authentication.AuthenticationException
                )
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(SslStream tls)
    {
        var head = await HeadAsync(tls);
        var body = await BodyAsync(tls, head);
        if (head.StartsWith("POST /auth/login ", StringComparison.Ordinal))
        {
            var known = Encoding.UTF8.GetString(body) == _login;
            Logins += known ? 1 : 0;
            await SendAsync(
                tls,
                known ? "200 OK" : "401 Unauthorized",
                known ? $$"""{"auth_token":"{{_token}}"}""" : "{}"
            );
        }
        else if (Header(head, "Authorization") != $"Bearer {_token}")
        {
            await SendAsync(tls, "401 Unauthorized", """{"message":"unauthorized"}""");
        }
        else
        {
            await ForwardAsync(tls, head, body);
        }
    }

    private async Task ForwardAsync(SslStream tls, string head, byte[] body)
    {
        using var socket = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_engine), _stop.Token);
        await using var engine = new NetworkStream(socket);
        var closing = head.Insert(
            head.IndexOf("\r\n", StringComparison.Ordinal),
            "\r\nConnection: close"
        );
        await engine.WriteAsync(Encoding.ASCII.GetBytes(closing), _stop.Token);
        if (body.Length > 0)
        {
            await engine.WriteAsync(
                Encoding
                    .ASCII.GetBytes($"{body.Length:x}\r\n")
                    .Concat(body)
                    .Concat("\r\n0\r\n\r\n"u8.ToArray())
                    .ToArray(),
                _stop.Token
            );
        }

        await engine.CopyToAsync(tls, _stop.Token);
    }

    /// <summary>.NET sends JSON in chunks.</summary>
    private async Task<byte[]> BodyAsync(SslStream tls, string head)
    {
        if (Header(head, "Transfer-Encoding") is null)
        {
            return [];
        }

        using var body = new MemoryStream();
        while (true)
        {
            var size = Convert.ToInt32((await UntilAsync(tls, "\r\n")).Trim(), 16);
            var chunk = new byte[size + 2];
            await tls.ReadExactlyAsync(chunk, _stop.Token);
            if (size == 0)
            {
                return body.ToArray();
            }

            body.Write(chunk, 0, size);
        }
    }

    private Task<string> HeadAsync(SslStream tls) => UntilAsync(tls, "\r\n\r\n");

    private async Task<string> UntilAsync(SslStream tls, string end)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            await tls.ReadExactlyAsync(one, _stop.Token);
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    private static string? Header(string head, string name) =>
        head.Split("\r\n")
            .Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(l => l[(name.Length + 1)..].Trim())
            .FirstOrDefault();

    private static Task SendAsync(SslStream tls, string status, string body) =>
        tls.WriteAsync(
                Encoding.UTF8.GetBytes(
                    $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"
                )
            )
            .AsTask();
}
