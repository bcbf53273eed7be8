using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node remove</c>: drain, leave, delete, and the host as it was before.</summary>
internal static class NodeRemoveCommand
{
    public static Command Build(CommandScope scope)
    {
        var nodes = NodeArguments.OneOrMore("The nodes to remove; they stand in the file.");
        var flags = new ChangeFlags();
        var drain = Durations.Option(
            "--drain-timeout",
            "How long tasks may take to move away, such as 90s or 10m. Default: 5m."
        );
        var hostGone = new Option<bool>("--host-gone")
        {
            Description =
                "The host is dead or was installed anew: removes what the cluster has of it, and says what stays on the host.",
        };
        var clusterGone = new Option<bool>("--cluster-gone")
        {
            Description =
                "The cluster is dead: takes the hosts back, asks no manager, and says what stays in the cluster.",
        };
        return scope.Command(
            "remove",
            "Takes nodes out of the cluster and their hosts back to what they were: drain, leave, delete, undo.",
            [nodes, .. flags.Options, drain, hostGone, clusterGone],
            [
                new("mullion node remove win-1", "shows what would be taken back, asks, does it"),
                new(
                    "mullion node remove win-1 win-2 --yes --reboot allow --drain-timeout 15m",
                    "without questions"
                ),
                new("mullion node remove win-1 --host-gone", "its host will not come back"),
                new("mullion node remove win-1 --cluster-gone", "no manager is left"),
            ],
            call =>
                RunAsync(
                    call,
                    call.Value(nodes)!,
                    flags.Read(call),
                    call.Value(drain),
                    Gone(call.Value(hostGone), call.Value(clusterGone))
                )
        );
    }

    private static GoneSide Gone(bool host, bool cluster) =>
        (host, cluster) switch
        {
            (true, true) => throw CliException.Usage(
                "--host-gone and --cluster-gone exclude each other: where both are gone, nothing is left to remove.",
                "Name the side that is gone."
            ),
            (true, _) => GoneSide.Host,
            (_, true) => GoneSide.Cluster,
            _ => GoneSide.None,
        };

    private static async Task<ExitCode> RunAsync(
        Call call,
        string[] names,
        ChangeOptions options,
        TimeSpan? drainTimeout,
        GoneSide gone
    )
    {
        var clock = call.Context.Clock;
        await using var session = ClusterSession.Open(
            call.Context,
            call.File,
            gone == GoneSide.Cluster ? new GoneCluster(clock) : null
        );
        var wanted = NodeSelection.Of(session.File, names);
        var facts = await session.FactsAsync(call.Context.Interrupt);
        IReadOnlyList<NodeSession> sessions =
        [
            .. wanted.Select(n => session.Node(n, drainTimeout)),
        ];
        var nodes =
            gone == GoneSide.Host
                ? await HostGonePlanning.PlanAsync(
                    sessions,
                    await session.Orchestrator.NodesAsync(call.Context.Interrupt),
                    call.Context.Interrupt
                )
                : await NodePlanning.PlanAsync(
                    sessions,
                    (node, executor) => PlanAsync(node, executor, gone, call.Context.Interrupt),
                    call.Context.Interrupt
                );
        return await new ChangeFlow(call, Kind, options).RunAsync(
            PlanDocuments.Of("remove", session.Spec, facts, nodes),
            nodes,
            new RunOptions { By = call.Context.User }
        );
    }

    private static async Task<NodePlan> PlanAsync(
        NodeSession node,
        IExecutor executor,
        GoneSide gone,
        CancellationToken cancellation
    )
    {
        var plan = await node.Planner.RemoveAsync(executor, cancellation);
        return gone == GoneSide.Cluster && !plan.Inventory.Resources.IsEmpty
            ? plan with
            {
                Plan = plan.Plan with { Findings = [.. plan.Plan.Findings, StaysThere(plan)] },
            }
            : plan;
    }

    private static Finding StaysThere(NodePlan plan)
    {
        var ids = string.Join(" ", plan.Inventory.NodeIds);
        return Finding.Warn(
            "cluster-gone",
            $"No manager is asked: tasks are not moved away, and the cluster keeps the node {plan.Inventory.Node}{(ids.Length > 0 ? $" ({ids})" : "")}.",
            $"Should the cluster come back, run on a manager once the node is down: docker node rm {(ids.Length > 0 ? ids : plan.Inventory.Node)}"
        );
    }

    private static readonly ChangeKind Kind = new(
        "remove",
        "Remove",
        (node, events, run, cancellation) =>
            node.Session.Run(events).RemoveAsync(node.Plan!, run, cancellation)
    );

    /// <summary>The side on which nothing can be done any more.</summary>
    private enum GoneSide
    {
        None,
        Host,
        Cluster,
    }
}
