using System.IO.Pipes;
using System.Net.Sockets;
using Mullion.Core;

namespace Mullion.Docker.Connections;

/// <summary>Makes the HTTP handler for an endpoint. Proxies never apply: an engine is not behind one.</summary>
internal static class DockerHandler
{
    public static HttpMessageHandler Create(DockerEndpoint endpoint, DockerClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectTimeout = options.ConnectTimeout,
            // An engine restart must not leave requests on dead connections for long.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        };
        switch (endpoint.Kind)
        {
            case DockerEndpointKind.Unix:
                handler.ConnectCallback = (_, cancellation) =>
                    ConnectUnixAsync(endpoint.Path, cancellation);
                break;
            case DockerEndpointKind.NamedPipe:
                handler.ConnectCallback = (_, cancellation) =>
                    ConnectPipeAsync(endpoint, options.ConnectTimeout, cancellation);
                break;
            case DockerEndpointKind.Tcp when endpoint.Tls is { } tls:
                handler.SslOptions = DockerTlsOptions.Create(endpoint, tls);
                break;
            default:
                break;
        }

        return handler;
    }

    /// <summary>The URI that requests are relative to; sockets and pipes need some host name.</summary>
    public static Uri BaseAddress(DockerEndpoint endpoint) =>
        endpoint.Kind == DockerEndpointKind.Tcp
            ? new UriBuilder(
                endpoint.Tls is null ? "http" : "https",
                endpoint.Host,
                endpoint.Port
            ).Uri
            : new Uri("http://docker/");

    private static async ValueTask<Stream> ConnectUnixAsync(
        string path,
        CancellationToken cancellation
    )
    {
        // The runtime reports a missing socket as "cannot assign requested address".
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"there is no socket {path}", path);
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async ValueTask<Stream> ConnectPipeAsync(
        DockerEndpoint endpoint,
        TimeSpan timeout,
        CancellationToken cancellation
    )
    {
        if (!OperatingSystem.IsWindows())
        {
            throw new MullionException(
                $"The docker endpoint '{endpoint}' is a named pipe, which only Windows has.",
                "Give a unix:// or tcp:// endpoint."
            );
        }

        var pipe = new NamedPipeClientStream(
            endpoint.Host,
            endpoint.Path,
            PipeDirection.InOut,
            PipeOptions.Asynchronous
        );
        try
        {
            // A missing pipe is waited for; this way the wait ends as a plain timeout.
            await pipe.ConnectAsync(timeout, cancellation);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }
}
