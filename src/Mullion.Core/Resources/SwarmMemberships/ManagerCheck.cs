using Mullion.Core.Findings;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>Asks every manager for its root CA, from the host, before a token is shown to it.</summary>
internal sealed class ManagerCheck(IHost host)
{
    public async Task<IReadOnlyList<Finding>> CheckAsync(
        SwarmMembership resource,
        CancellationToken cancellation
    )
    {
        var unreachable = new List<Finding>();
        foreach (var manager in resource.Managers)
        {
            try
            {
                var digest = RootDigest.Of(
                    await host.Network.ReadSwarmRootAsync(manager, cancellation)
                );
                return
                [
                    digest == resource.RootDigest
                        ? Finding.Ok(
                            "manager",
                            $"{manager} answers from the host, with the root CA of the join token."
                        )
                        : Finding.Refuse(
                            "manager",
                            $"{manager} answers from the host with the root CA {digest}, and the join token pins {resource.RootDigest}.",
                            "Point orchestrator.swarm.joinAddresses at the swarm the token is of; if they are right, something on the way answers in its place."
                        ),
                    .. unreachable,
                ];
            }
            catch (HostException e)
            {
                unreachable.Add(
                    Finding.Warn(
                        "manager",
                        $"{manager} does not answer from the host: {e.Reason}.",
                        "Open TCP 2377 from the host to it."
                    )
                );
            }
        }

        return
        [
            Finding.Refuse(
                "manager",
                $"No manager answers from the host: {string.Join("; ", unreachable.Select(f => f.Message))}",
                "Open TCP 2377 from the host to a manager, or correct orchestrator.swarm.joinAddresses."
            ),
        ];
    }
}
