using Mullion.Core;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Contexts;

/// <summary>Reads an engine's address that docker's own files hold, and says in which.</summary>
internal static class Engines
{
    /// <summary>Where an engine listens.</summary>
    /// <param name="host">Such as <c>tcp://manager:2376</c>.</param>
    /// <param name="tls">For tcp only; docker too keeps TLS files beside a socket, and does not use them.</param>
    /// <param name="what">Where it stands, as errors begin.</param>
    /// <exception cref="MullionException">Mullion cannot reach such an engine.</exception>
    public static DockerEndpoint Parse(string host, DockerTls? tls, string what)
    {
        if (host.StartsWith("ssh://", StringComparison.Ordinal))
        {
            throw new MullionException(
                $"{what} reaches the engine by ssh://, which Mullion does not.",
                "Let ssh forward the socket, ssh -NL /tmp/manager.sock:/var/run/docker.sock HOST, and write manager: unix:///tmp/manager.sock; or use a context with tcp:// and TLS."
            );
        }

        try
        {
            return DockerEndpoint.Parse(
                host,
                host.StartsWith("tcp://", StringComparison.Ordinal) ? tls : null
            );
        }
        catch (MullionException e) when (!MayHoldPassword(host))
        {
            throw new MullionException($"{what} cannot be used: {e.Message}", e.Fix, e);
        }
        catch (MullionException)
        {
            throw new MullionException(
                $"{what} cannot be used: the address holds a user or a password.",
                "Write it without: tcp://HOST:2376, and give certificates."
            );
        }
    }

    /// <summary>An address as it may be shown.</summary>
    public static string Shown(string host) => MayHoldPassword(host) ? "tcp://HOST:2376" : host;

    private static bool MayHoldPassword(string host) =>
        host.Contains('@', StringComparison.Ordinal);
}
