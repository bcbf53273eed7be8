using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node adopt</c>: takes over nodes that joined by hand. Records, and changes nothing.</summary>
internal static class NodeAdoptCommand
{
    public static Command Build(CommandScope scope)
    {
        var nodes = NodeArguments.OneOrMore("The nodes to adopt; they stand in the file.");
        var flags = new ChangeFlags();
        var notOwned = new Option<bool>("--not-owned")
        {
            Description =
                "Records only that the host belongs to the cluster: node remove leaves it in the swarm.",
        };
        return scope.Command(
            "adopt",
            "Takes over nodes that joined by hand, as they are: checks that they are of this swarm, and records it. Changes nothing else.",
            [nodes, .. flags.Options, notOwned],
            [
                new("mullion node adopt win-1", "from here on node remove takes it out again"),
                new(
                    "mullion node adopt win-1 --not-owned",
                    "no other cluster takes it, and node remove leaves it"
                ),
            ],
            call => RunAsync(call, call.Value(nodes)!, flags.Read(call), !call.Value(notOwned))
        );
    }

    private static async Task<ExitCode> RunAsync(
        Call call,
        string[] names,
        ChangeOptions options,
        bool owned
    )
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var wanted = NodeSelection.Of(session.File, names);
        session.OpenSecrets();
        var facts = await session.FactsAsync(call.Context.Interrupt);
        var nodes = await NodePlanning.PlanAsync(
            [.. wanted.Select(n => session.Node(n))],
            (node, executor) => node.Planner.AdoptAsync(executor, owned, call.Context.Interrupt),
            call.Context.Interrupt
        );
        var kind = new ChangeKind(
            "adopt",
            "Adopt",
            (node, events, run, cancellation) =>
                node.Session.Run(events).AdoptAsync(node.Plan!, owned, run, cancellation)
        );
        return await new ChangeFlow(call, kind, options).RunAsync(
            PlanDocuments.Of("adopt", session.Spec, facts, nodes),
            nodes,
            new RunOptions { By = call.Context.User }
        );
    }
}
