using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Runs;

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
        return scope.Command(
            "remove",
            "Takes nodes out of the cluster and their hosts back to what they were: drain, leave, delete, undo.",
            [nodes, .. flags.Options, drain],
            [
                new("mullion node remove win-1", "shows what would be taken back, asks, does it"),
                new(
                    "mullion node remove win-1 win-2 --yes --reboot allow --drain-timeout 15m",
                    "without questions"
                ),
            ],
            call => RunAsync(call, call.Value(nodes)!, flags.Read(call), call.Value(drain))
        );
    }

    private static async Task<ExitCode> RunAsync(
        Call call,
        string[] names,
        ChangeOptions options,
        TimeSpan? drainTimeout
    )
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var wanted = NodeSelection.Of(session.File, names);
        var facts = await session.FactsAsync(call.Context.Interrupt);
        var nodes = await NodePlanning.PlanAsync(
            [.. wanted.Select(n => session.Node(n, drainTimeout))],
            (node, executor) => node.Planner.RemoveAsync(executor, call.Context.Interrupt),
            call.Context.Interrupt
        );
        return await new ChangeFlow(call, Kind, options).RunAsync(
            PlanDocuments.Of("remove", session.Spec, facts, nodes),
            nodes,
            new RunOptions { By = call.Context.User }
        );
    }

    private static readonly ChangeKind Kind = new(
        "remove",
        "Remove",
        (node, events, run, cancellation) =>
            node.Session.Run(events).RemoveAsync(node.Plan!, run, cancellation)
    );
}
