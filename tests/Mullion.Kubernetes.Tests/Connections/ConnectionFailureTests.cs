using System.Net;
using System.Net.Sockets;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Tests.Connections;

public sealed class ConnectionFailureTests
{
    [Fact]
    public async Task A_closed_port_is_connection_refused()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        using var client = new KubernetesClient(
            new KubernetesConfiguration { Server = new Uri($"https://127.0.0.1:{port}") }
        );

        var error = await Should.ThrowAsync<KubernetesConnectionException>(() =>
            client.VersionAsync()
        );

        error.Reason.ShouldBe("connection refused");
        error.Fix!.ShouldContain("Is the API server running there");
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, "the name api.example is unknown", "DNS")]
    [InlineData(SocketError.NetworkUnreachable, "unreachable", "firewall")]
    public async Task What_stands_between_is_named(SocketError code, string reason, string fix)
    {
        var error = await FailAsync(new HttpRequestException("x", new SocketException((int)code)));

        error.Reason.ShouldContain(reason);
        error.Fix!.ShouldContain(fix);
    }

    [Fact]
    public async Task An_address_that_swallows_everything_points_to_the_firewall()
    {
        var error = await FailAsync(
            new TaskCanceledException("canceled", new TimeoutException("connect timeout"))
        );

        error.Reason.ShouldBe("no connection within 10 s");
        error.Fix!.ShouldContain("port 6443");
    }

    [Fact]
    public async Task A_client_certificate_that_is_refused_is_said_to_be()
    {
        var error = await FailAsync(
            new HttpRequestException(
                "An error occurred while sending the request.",
                new IOException(
                    "The decryption operation failed, see inner exception.",
                    new InvalidOperationException(
                        "error:0A000412:SSL routines::sslv3 alert bad certificate"
                    )
                )
            )
        );

        error.Fix!.ShouldContain("refuses the client certificate");
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_named_without_its_password()
    {
        var error = await FailAsync(
            new HttpRequestException(
                HttpRequestError.ProxyTunnelError,
                "The proxy tunnel request failed with status code '407'."
            ),
            new Uri("http://user:canary@proxy.example:3128")
        );

        error.Reason.ShouldContain("the proxy http://");
        error.Reason.ShouldContain("proxy.example:3128 refuses");
        error.ToString().ShouldNotContain("canary");
    }

    private static async Task<KubernetesConnectionException> FailAsync(
        Exception failure,
        Uri? proxy = null
    )
    {
        using var client = new KubernetesClient(
            FakeApi.Configuration with
            {
                Proxy = proxy,
            },
            new Failing(failure)
        );
        return await Should.ThrowAsync<KubernetesConnectionException>(() => client.VersionAsync());
    }

    private sealed class Failing(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => throw failure;
    }
}
