using System.Net;
using System.Net.Sockets;
using Mullion.Core;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Tests.Connections;

public sealed class ConnectionFailureTests
{
    [Fact]
    public async Task A_missing_socket_is_said_to_be_missing()
    {
        using var client = new DockerClient(DockerEndpoint.Parse("unix:///nowhere/docker.sock"));

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            client.Engine.PingAsync()
        );

        error.Message.ShouldBe(
            "The docker engine at unix:///nowhere/docker.sock cannot be reached: the socket does not exist."
        );
        error.Fix.ShouldStartWith("Is the docker engine running there?");
    }

    [Fact]
    public async Task A_closed_port_is_connection_refused()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        using var client = new DockerClient(DockerEndpoint.Parse($"tcp://127.0.0.1:{port}"));

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            client.Engine.PingAsync()
        );

        error.Message.ShouldEndWith("connection refused.");
    }

    [Fact]
    public async Task A_named_pipe_elsewhere_than_on_windows_is_explained()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "named pipes exist on Windows");
        using var client = new DockerClient(DockerEndpoint.Parse("npipe:////./pipe/docker_engine"));

        var error = await Should.ThrowAsync<MullionException>(() => client.Engine.PingAsync());

        error.Message.ShouldContain("only Windows has");
    }

    [Fact]
    public async Task No_answer_in_time_names_the_request_and_the_time()
    {
        using var client = new DockerClient(
            DockerEndpoint.Parse("unix:///fake"),
            new SilentEngine(),
            new DockerClientOptions { RequestTimeout = TimeSpan.FromMilliseconds(20) }
        );

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            client.Engine.InfoAsync()
        );

        error.Message.ShouldContain("no answer to GET /_ping within 0 s");
    }

    [Fact]
    public async Task An_address_that_swallows_everything_points_to_the_firewall()
    {
        using var client = new DockerClient(
            DockerEndpoint.Parse("tcp://10.255.255.1:2376"),
            new Unconnectable()
        );

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            client.Engine.InfoAsync()
        );

        error.Message.ShouldEndWith("cannot be reached: no connection within 10 s.");
        error.Fix!.ShouldContain("port 2376");
    }

    [Fact]
    public async Task Cancelling_is_not_a_failure_of_the_engine()
    {
        using var cancelled = new CancellationTokenSource();
        using var client = new DockerClient(
            DockerEndpoint.Parse("unix:///fake"),
            new SilentEngine()
        );
        var call = client.Engine.InfoAsync(cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public void Missing_tls_files_are_named()
    {
        var tls = new DockerTls("/nowhere/ca.pem", null, null);

        var error = Should.Throw<MullionException>(() =>
            new DockerClient(DockerEndpoint.Parse("tcp://m:2376", tls))
        );

        error.Message.ShouldContain("/nowhere/ca.pem");
    }

    [Theory]
    [InlineData(null, "asks for a client certificate")]
    [InlineData("cert.pem", "refuses the client certificate")]
    public async Task A_certificate_that_is_refused_after_the_handshake_is_no_engine_that_is_down(
        string? cert,
        string fix
    )
    {
        var tls = new DockerTls("ca.pem", cert, cert is null ? null : "key.pem");
        using var client = new DockerClient(
            DockerEndpoint.Parse("tcp://m:2376", tls),
            new RefusedCertificate()
        );

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            client.Engine.PingAsync()
        );

        error.Message.ShouldContain("TLS failed (error:0A000412");
        error.Fix!.ShouldContain(fix);
    }

    /// <summary>Fails as OpenSSL does in TLS 1.3: the alert comes with the first read.</summary>
    private sealed class RefusedCertificate : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            throw new HttpRequestException(
                "An error occurred while sending the request.",
                new IOException(
                    "The decryption operation failed, see inner exception.",
                    new InvalidOperationException(
                        "Decrypt failed with OpenSSL error - SSL_ERROR_SSL.",
                        new InvalidOperationException(
                            "error:0A000412:SSL routines::sslv3 alert bad certificate"
                        )
                    )
                )
            );
    }

    /// <summary>Fails as the real handler does after its connect timeout.</summary>
    private sealed class Unconnectable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => throw new TaskCanceledException("canceled", new TimeoutException("connect timeout"));
    }

    private sealed class SilentEngine : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            await using var _ = cancellationToken.Register(() =>
                never.TrySetCanceled(cancellationToken)
            );
            return await never.Task;
        }
    }
}
