using Mullion.Core.Hosts;
using Mullion.Core.Secrets;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>Says what a refused join means. Matches on the managers' words, which are English everywhere.</summary>
internal static class JoinFailure
{
    public static MullionException Of(SwarmMembership resource, HostException failure) =>
        new(
            $"The engine could not join {string.Join(", ", resource.Managers)}: {Redaction.Redact(failure.Reason)}.",
            Fix(failure.Reason)
        );

    private static string Fix(string reason)
    {
        if (reason.Contains("join token", StringComparison.OrdinalIgnoreCase))
        {
            return "The token was rotated since it was read, or is of another swarm. Run the command again: it reads the present one from the manager.";
        }

        return reason.Contains("fingerprint", StringComparison.OrdinalIgnoreCase)
            ? "Point orchestrator.swarm.joinAddresses at the swarm the token is of; if they are right, something on the way answers in its place."
            : "See to it that the host reaches a manager on TCP 2377, then run the command again: it goes on from here.";
    }
}
