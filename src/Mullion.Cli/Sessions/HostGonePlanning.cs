using Mullion.Core;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Sessions;

/// <summary>
/// Plans the removal of nodes whose hosts are dead or were installed anew: the cluster's side alone. A node that is alive is never
/// removed so.
/// </summary>
internal static class HostGonePlanning
{
    /// <summary>Plans it.</summary>
    /// <param name="nodes">The nodes to remove.</param>
    /// <param name="all">All nodes of the cluster.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<PlannedNode>> PlanAsync(
        IReadOnlyList<NodeSession> nodes,
        IReadOnlyList<NodeStatus> all,
        CancellationToken cancellation
    )
    {
        var planned = new List<PlannedNode>();
        foreach (var node in nodes)
        {
            var named = all.Where(n =>
                    string.Equals(n.Name, node.Name, StringComparison.OrdinalIgnoreCase)
                )
                .ToList();
            var lost = named.Where(n => !n.Ready && n.Role != "manager").ToList();
            var gone = node with
            {
                Link = new GoneHost(
                    node.Link.Name,
                    node.Spec.Name,
                    node.Name,
                    [.. lost.Select(n => n.Id)],
                    node.Side.Clock
                ),
            };
            await using var executor = await gone.Link.ConnectAsync(cancellation);
            var plan = await gone.Planner.RemoveAsync(executor, cancellation);
            var findings = Findings(node.Name, named, lost.Count)
                .Concat(named.Count == 0 ? [] : await OfHostAsync(node, cancellation));
            planned.Add(
                new PlannedNode(
                    gone,
                    plan with
                    {
                        Plan = plan.Plan with { Findings = [.. plan.Plan.Findings, .. findings] },
                        // One that is there in any form is something to tell of.
                        Inventory =
                            named.Count > 0
                                ? plan.Inventory with
                                {
                                    Cluster = node.Spec.Name,
                                }
                                : plan.Inventory,
                    },
                    Problem: null
                )
            );
        }

        return planned;
    }

    private static IEnumerable<Finding> Findings(string name, List<NodeStatus> named, int lost)
    {
        foreach (var manager in named.Where(n => n.Role == "manager"))
        {
            yield return Finding.Refuse(
                "is-manager",
                $"{manager.Name} ({manager.Id}) is a manager, and Mullion removes workers alone.",
                $"On another manager: docker node demote {manager.Id}, then run the command again."
            );
        }

        foreach (var alive in named.Where(n => n.Ready && n.Role != "manager"))
        {
            yield return lost == 0
                ? Finding.Refuse(
                    "node-alive",
                    $"The cluster hears from {alive.Name} ({alive.Id}, {alive.Address}): its host is not gone.",
                    $"Remove it together with its host: mullion node remove {name}. If the host died just now, wait half a minute."
                )
                : Finding.Warn(
                    "namesake",
                    $"The cluster has another node {alive.Name} ({alive.Id}, {alive.State}, {alive.Address}), from which it hears; it stays.",
                    $"If it is the host, installed anew and joined by hand: mullion node adopt {name}"
                );
        }
    }

    /// <summary>What the host itself says, where one answers under that name.</summary>
    private static async Task<IReadOnlyList<Finding>> OfHostAsync(
        NodeSession node,
        CancellationToken cancellation
    )
    {
        try
        {
            var host = await HostView.ReadAsync(node.Link, cancellation);
            return host.Inventory is { Resources.IsEmpty: false, Closed: false } inventory
                ?
                [
                    Finding.Refuse(
                        "host-not-gone",
                        $"{node.Link.Name} answers, and Mullion owns {inventory.Resources.Count} resources there.",
                        $"Remove it together with its host: mullion node remove {node.Name}"
                    ),
                ]
                :
                [
                    Finding.Ok(
                        "host-new",
                        $"{node.Link.Name} answers and knows no Mullion: it was installed anew."
                    ),
                ];
        }
        catch (Exception error) when (error is HostLostException or MullionException)
        {
            return
            [
                Finding.Warn(
                    "host-gone",
                    $"Nothing is done on {node.Link.Name}, which does not answer. Should it come back, its engine still takes itself for a worker, and what Mullion made there is still there.",
                    $"Keep it off the network, or then run: mullion node remove {node.Name}"
                ),
            ];
        }
    }
}
