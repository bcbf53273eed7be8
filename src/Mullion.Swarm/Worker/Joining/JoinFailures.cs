using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Joining;

/// <summary>The errors of joining, in words.</summary>
internal static class JoinFailures
{
    private const string TokenRefused = "valid join token";

    private const string CheckTheWay =
        "Check that the address is a manager's, that TCP 2377 from this host to it is open, and that the manager runs.";

    private const string CheckTheProxy =
        "Let connections to the managers' port 2377 pass without TLS inspection.";

    public static bool IsTransient(Exception e) =>
        e
            is GrpcException
            {
                Code: GrpcStatusCode.Unavailable
                    or GrpcStatusCode.DeadlineExceeded
                    or GrpcStatusCode.Internal
                    or GrpcStatusCode.Unknown
            }
        || HasNoLeader(e);

    /// <summary>Managers elect a new leader within seconds; until then they refuse, with differing codes.</summary>
    private static bool HasNoLeader(Exception e) =>
        e is GrpcException { Code: GrpcStatusCode.FailedPrecondition or GrpcStatusCode.Unknown }
        && e.Message.Contains("leader", StringComparison.OrdinalIgnoreCase);

    public static JoinException From(Exception e, IReadOnlyList<ManagerAddress> managers) =>
        e switch
        {
            JoinException known => known,
            ManagerCertificateException { Intercepted: true } => Intercepted(e.Message, e),
            ManagerCertificateException => new JoinException(
                JoinFailure.Refused,
                $"The manager's certificate is not valid: {e.Message}.",
                "Check the manager address and the clocks of both sides.",
                e
            ),
            GrpcException { Code: GrpcStatusCode.InvalidArgument }
                when e.Message.Contains(TokenRefused, StringComparison.OrdinalIgnoreCase) =>
                new JoinException(
                    JoinFailure.WrongToken,
                    $"The managers at {Names(managers)} refuse the join token: it is wrong or was rotated since ({e.Message}).",
                    "Take the token of now: `docker swarm join-token worker` on a manager.",
                    e
                ),
            GrpcException when HasNoLeader(e) => new JoinException(
                JoinFailure.ManagerUnreachable,
                $"The managers at {Names(managers)} have no leader: {e.Message.TrimEnd('.')}.",
                "Look with `docker node ls` on a manager: more than half of the managers must be reachable. Then join again.",
                e
            ),
            GrpcException when IsTransient(e) => Unreachable(managers, e),
            _ => new JoinException(
                JoinFailure.Refused,
                $"The managers at {Names(managers)} refuse the node: {e.Message}.",
                "The manager's log says more: `journalctl -u docker` there.",
                e
            ),
        };

    public static JoinException Digest(ManagerAddress manager, JoinToken token, string digest) =>
        new(
            JoinFailure.CaDigestMismatch,
            $"The manager {manager} has the root CA sha256:{digest}, and the token was made for sha256:{token.CaDigest}: it is a manager of another Swarm, or its CA was rotated since.",
            "Take the token of now from that manager: `docker swarm join-token worker`."
        );

    public static JoinException Intercepted(string what, Exception? inner = null) =>
        new(
            JoinFailure.TlsInterception,
            $"Something between this host and the manager opens its TLS: {what}.",
            CheckTheProxy,
            inner
        );

    public static JoinException Fips() =>
        new(
            JoinFailure.FipsRequired,
            "The join token is of a Swarm whose nodes must run in FIPS mode, and this worker does not.",
            "Join a Swarm that was not initialised in FIPS mode, or use an engine that runs in it."
        );

    public static JoinException RootIsRotated(string manager) =>
        new(
            JoinFailure.Refused,
            $"The manager {manager} issued a certificate of a root CA that is only being introduced: the Swarm's CA is being rotated.",
            "Wait until the rotation is over (`docker node ls --format '{{.Hostname}} {{.TLSStatus}}'` shows Ready everywhere; a node that is Down holds it up), take the token of then, and join again."
        );

    public static JoinException NoCertificate(string manager, TimeSpan waited) =>
        new(
            JoinFailure.ManagerUnreachable,
            $"The manager {manager} took the request for a certificate and did not issue one within {waited.TotalSeconds:0} s.",
            "Check that the managers have a leader (`docker node ls`), then join again; a node that stays Unknown there may be removed."
        );

    public static JoinException NotIssued(string manager, string reason) =>
        new(
            JoinFailure.Refused,
            $"The manager {manager} did not issue a usable certificate: {reason}.",
            "The manager's log says more: `journalctl -u docker` there."
        );

    private static JoinException Unreachable(IReadOnlyList<ManagerAddress> managers, Exception e) =>
        new(
            JoinFailure.ManagerUnreachable,
            $"No manager answers at {Names(managers)}: {e.Message}.",
            CheckTheWay,
            e
        );

    private static string Names(IReadOnlyList<ManagerAddress> managers) =>
        string.Join(", ", managers);
}
