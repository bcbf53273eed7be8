using Mullion.Core;

namespace Mullion.Docker.Connections;

/// <summary>Where a docker engine listens.</summary>
public sealed record DockerEndpoint
{
    private const int PlainPort = 2375;
    private const int TlsPort = 2376;
    private const int HttpsPort = 443;

    private DockerEndpoint(
        DockerEndpointKind kind,
        string host,
        string path,
        int port,
        DockerTls? tls
    )
    {
        Kind = kind;
        Host = host;
        Path = path;
        Port = port;
        Tls = tls;
    }

    /// <summary>How the engine is reached.</summary>
    public DockerEndpointKind Kind { get; }

    /// <summary>Host name or address (tcp), machine of the pipe (npipe, <c>.</c> is this one); empty for unix.</summary>
    public string Host { get; }

    /// <summary>Path of the socket (unix), name of the pipe (npipe); empty for tcp.</summary>
    public string Path { get; }

    /// <summary>Port (tcp); 0 otherwise.</summary>
    public int Port { get; }

    /// <summary>TLS (tcp); null is plain.</summary>
    public DockerTls? Tls { get; }

    /// <summary>Whether it was written <c>https://</c>: the controller of UCP or MKE, which speaks the Engine API too.</summary>
    public bool Https { get; private init; }

    /// <summary>Where the engine of this machine listens by default.</summary>
    public static DockerEndpoint Local =>
        Parse(
            OperatingSystem.IsWindows()
                ? "npipe:////./pipe/docker_engine"
                : "unix:///var/run/docker.sock"
        );

    /// <summary>
    /// Reads <c>unix:///path</c>, <c>npipe:////./pipe/name</c>, <c>tcp://host[:port]</c> (2375, with TLS 2376) or <c>https://host[:port]</c> (443).
    /// </summary>
    /// <exception cref="MullionException">The text is none of these; the message says why.</exception>
    public static DockerEndpoint Parse(string text, DockerTls? tls = null)
    {
        var (scheme, rest) = text.Split("://", 2) is [var s, var r] ? (s, r) : ("", text);
        if (tls is not null && scheme is not ("tcp" or "https"))
        {
            throw Wrong(text, "TLS goes with tcp:// and https:// only");
        }

        return scheme switch
        {
            "unix" when rest.StartsWith('/') && rest.Length > 1 => new(
                DockerEndpointKind.Unix,
                "",
                rest,
                0,
                null
            ),
            "unix" => throw Wrong(text, "the path of a unix socket is absolute"),
            "npipe" => ParsePipe(text, rest),
            "tcp" => ParseTcp(text, rest, tls, tls is null ? PlainPort : TlsPort),
            "https" => ParseTcp(text, rest, tls ?? new DockerTls(null, null, null), HttpsPort) with
            {
                Https = true,
            },
            "" => throw Wrong(text, "it has no scheme"),
            _ => throw Wrong(text, $"{scheme}:// is not supported"),
        };
    }

    /// <summary>The form in which it is written; never part of the TLS material.</summary>
    public override string ToString() =>
        Kind switch
        {
            DockerEndpointKind.Unix => $"unix://{Path}",
            DockerEndpointKind.NamedPipe => $"npipe:////{Host}/pipe/{Path}",
            _ =>
                $"{(Https ? "https" : "tcp")}://{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}",
        };

    private static DockerEndpoint ParsePipe(string text, string rest) =>
        rest.Replace('\\', '/').TrimStart('/').Split('/', 3)
            is [{ Length: > 0 } machine, "pipe", { Length: > 0 } name]
            ? new(DockerEndpointKind.NamedPipe, machine, name, 0, null)
            : throw Wrong(text, "a named pipe is written npipe:////./pipe/NAME");

    private static DockerEndpoint ParseTcp(
        string text,
        string rest,
        DockerTls? tls,
        int defaultPort
    )
    {
        if (tls is { Cert: null, Key: not null } or { Cert: not null, Key: null })
        {
            throw Wrong(text, "of the TLS files cert and key, one is missing");
        }

        if (
            !Uri.TryCreate("tcp://" + rest, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
            || uri.UserInfo.Length > 0
            || uri.AbsolutePath.Length > 1
            || uri.Query.Length > 0
        )
        {
            throw Wrong(text, "after the scheme come a host and a port, nothing else");
        }

        var port = uri.Port > 0 ? uri.Port : defaultPort;
        return new(DockerEndpointKind.Tcp, uri.IdnHost, "", port, tls);
    }

    private static MullionException Wrong(string text, string reason) =>
        new(
            $"The docker endpoint '{text}' is not valid: {reason}.",
            "Write unix:///var/run/docker.sock, npipe:////./pipe/docker_engine, tcp://HOST:2376 or https://HOST."
        );
}
