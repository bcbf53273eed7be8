using Mullion.Core.Hosts;

namespace Mullion.Simulation.Engine;

/// <summary>What the Engine API answers, with the HTTP status as the code (moby, daemon/cluster/errors.go and listen_addr.go).</summary>
internal static class EngineErrors
{
    public const int BadRequest = 400;
    public const int NotFound = 404;
    public const int Conflict = 409;
    public const int ServerError = 500;
    public const int Unavailable = 503;

    /// <summary>ERROR_BROKEN_PIPE: the engine went away in the middle of a request.</summary>
    public const int BrokenPipe = 109;

    /// <summary>WSAECONNREFUSED.</summary>
    public const int Refused = 10061;

    public const string EndOfFile =
        "error during connect: this error may indicate that the docker daemon is not running: EOF";

    public const string InSwarm =
        "This node is already part of a swarm. Use \"docker swarm leave\" to leave this swarm and join another one.";

    public const string NotInSwarm = "This node is not part of a swarm";

    public const string NoRemote = "at least 1 RemoteAddr is required to join";

    public const string BadListenAddress =
        "listen address must be an IP address or network interface (with optional port number)";

    public const string BadDataPathAddress =
        "data path address must be a non-zero IP address or network interface (without a port number)";

    /// <summary>What a node prints that was cut off in mid-join: its token was never written to the disk.</summary>
    public const string TokenGone =
        "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster";

    public const string NoPipe =
        "open //./pipe/docker_engine: The system cannot find the file specified.";

    public static HostException Of(string operation, string target, int status, string text) =>
        new(operation, target, status, text);
}
