using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Limitations;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;

namespace Mullion.Core.Convergence.Runs;

/// <summary>Plans a node on both sides: the host's executor for its part, the cluster's API for the other.</summary>
/// <param name="cluster">The cluster's name in the spec.</param>
/// <param name="side">The cluster.</param>
/// <param name="blueprint">Makes the list of what the node needs, from what cluster and host are.</param>
/// <param name="secrets">Gives the secrets that go beside the list, as far as a plan needs them.</param>
/// <param name="mke">Docker Enterprise or MKE, if the cluster is one of theirs.</param>
public sealed class NodePlanner(
    string cluster,
    ClusterSide side,
    Func<ClusterFacts, HostFacts, Blueprint> blueprint,
    Func<ClusterFacts, NodePlan, SecretBag> secrets,
    MkeSpec? mke = null
)
{
    // A swarm's certificates are valid from one hour before they are made (swarm-protocol.md, 3).
    private static readonly TimeSpan SkewLimit = TimeSpan.FromHours(1);
    private static readonly TimeSpan SkewWorthTelling = TimeSpan.FromSeconds(30);

    private readonly Planner _planner = new(Providers.For(side));

    /// <summary>
    /// What bringing the node up would do. Asks the cluster each time: its clock is compared with the host's, and a join token may
    /// be rotated between a plan and its run.
    /// </summary>
    public async Task<NodePlan> ApplyAsync(IExecutor executor, CancellationToken cancellation)
    {
        var host = await executor.FactsAsync(cancellation);
        var facts = await side.Orchestrator.InspectAsync(cancellation);
        var inventory = (await executor.JournalAsync(cancellation)).Inventory();
        var wanted = blueprint(facts, host);
        var onHost = await executor.PlanAsync(wanted, cancellation);
        Introduce(host, inventory, NodeId(onHost, inventory));
        var inCluster = await _planner.ApplyAsync(wanted, Side.Cluster, inventory, cancellation);
        var plan = onHost.Merge(inCluster, [.. wanted.Resources.Select(r => r.Id)]);
        var node = new NodePlan(
            plan with
            {
                Findings =
                [
                    .. plan.Findings,
                    Clock(host, facts),
                    .. Belongs(inventory),
                    .. await LimitsAsync(wanted, facts, host, cancellation),
                ],
            },
            host,
            inventory,
            wanted
        );
        try
        {
            return node with { Secrets = secrets(facts, node) };
        }
        catch (MullionException missing)
        {
            // Such as a certificate that somebody else has yet to sign: what else there is to say is said all the same.
            return node with
            {
                Plan = node.Plan with
                {
                    Findings =
                    [
                        .. node.Plan.Findings,
                        Finding.Refuse("secret-missing", missing.Message, missing.Fix ?? ""),
                    ],
                },
            };
        }
    }

    /// <summary>What taking over a node that joined by hand would record; see <see cref="Adoption"/>.</summary>
    public async Task<NodePlan> AdoptAsync(
        IExecutor executor,
        bool owned,
        CancellationToken cancellation
    ) => new Adoption(owned).Of(await ApplyAsync(executor, cancellation));

    /// <summary>What removing the node would do. Needs no spec of it.</summary>
    public async Task<NodePlan> RemoveAsync(IExecutor executor, CancellationToken cancellation)
    {
        var host = await executor.FactsAsync(cancellation);
        var inventory = (await executor.JournalAsync(cancellation)).Inventory();
        var onHost = await executor.PlanRemovalAsync(cancellation);
        Introduce(host, inventory, NodeId(onHost, inventory) ?? FormerNodeId(inventory));
        var inCluster = await _planner.RemoveAsync(Side.Cluster, inventory, cancellation);
        var order = Segments
            .Backward([.. inventory.Resources.Values.Select(o => o.Resource)])
            .SelectMany(s => s)
            .Select(r => r.Id);
        var plan = onHost.Merge(inCluster, [.. order]);
        var facts = await side.Orchestrator.InspectAsync(cancellation);
        return new NodePlan(
            plan with
            {
                Findings = [.. plan.Findings, .. Belongs(inventory), .. Joined(inventory, facts)],
            },
            host,
            inventory,
            Blueprint: null
        );
    }

    /// <summary>What Windows cannot do in this cluster. A cluster that does not tell leaves it untold; that stops nobody.</summary>
    private async Task<IEnumerable<Finding>> LimitsAsync(
        Blueprint wanted,
        ClusterFacts facts,
        HostFacts host,
        CancellationToken cancellation
    )
    {
        if (wanted.Resources.OfType<SwarmMembership>().FirstOrDefault() is not { } membership)
        {
            return [];
        }

        try
        {
            return Limits.Of(
                new LimitScope(
                    facts,
                    await side.Orchestrator.NodesAsync(cancellation),
                    await side.Orchestrator.WorkAsync(cancellation),
                    host,
                    membership,
                    side.NodeId,
                    mke
                )
            );
        }
        catch (MullionException error)
        {
            return
            [
                Finding.Unknown(
                    "limits",
                    $"What of the cluster's services and networks Windows cannot do is not known: {error.Message}",
                    error.Fix
                ),
            ];
        }
    }

    private void Introduce(HostFacts host, Inventory inventory, string? nodeId) =>
        side.Introduce(
            nodeId,
            inventory.NodeIds,
            // Inside every host the engine's NAT network has the same addresses.
            host.Interfaces.Where(i => i.External).SelectMany(i => i.Addresses)
        );

    /// <summary>The node's id as its host knows it, or knew it while the engine does not answer; null when it is in no cluster.</summary>
    private static string? NodeId(Plan onHost, Inventory inventory) =>
        onHost
            .Steps.Where(s => s.Actual is not null)
            .Select(s => s.Actual!["nodeId"] ?? inventory[s.Id]?.Applied?["nodeId"])
            .FirstOrDefault(id => id is not null);

    /// <summary>The same, also once the host has left.</summary>
    private static string? FormerNodeId(Inventory inventory) =>
        inventory
            .Resources.Values.Select(o => o.Applied?["nodeId"])
            .FirstOrDefault(id => id is not null);

    private IEnumerable<Finding> Belongs(Inventory inventory)
    {
        if (inventory is { Cluster: { } other, Closed: false } && other != cluster)
        {
            yield return Finding.Refuse(
                "other-cluster",
                $"The host belongs to the cluster {other} as {inventory.Node}, not to {cluster}.",
                $"Remove it there first: mullion node remove {inventory.Node}"
            );
        }
    }

    /// <summary>
    /// In another swarm than the one it joined nothing of the host is to be found, and what has its name there is not it.
    /// </summary>
    private static IEnumerable<Finding> Joined(Inventory inventory, ClusterFacts facts)
    {
        var joined = inventory
            .Resources.Values.Select(o => o.Resource)
            .OfType<ClusterNode>()
            .FirstOrDefault();
        if (joined?.ClusterId is { } id && id != facts.Id && facts.Id != GoneCluster.UnknownId)
        {
            yield return Finding.Refuse(
                "other-swarm",
                $"{inventory.Node} joined the cluster {id}, and the manager that answers is of the cluster {facts.Id}.",
                "Point orchestrator.swarm.manager at a manager of the swarm that it joined."
            );
        }
    }

    private static Finding Clock(HostFacts host, ClusterFacts facts)
    {
        var skew = (host.Time - facts.Time).Duration();
        var text = $"The host's clock is {skew.TotalSeconds:0} s from the manager's";
        return skew < SkewWorthTelling
                ? Finding.Ok("clock", "The clocks of host and manager agree.")
            : skew < SkewLimit
                ? Finding.Warn("clock", $"{text}.", "Set up time synchronisation (w32tm).")
            : Finding.Refuse(
                "clock",
                $"{text}; certificates would not be valid.",
                "Set up time synchronisation (w32tm), then run the command again."
            );
    }
}
