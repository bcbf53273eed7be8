using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.ClusterNodes;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node drain</c>: no new tasks, then waits for the last one to end. Asks the cluster alone, never the host.</summary>
internal static class NodeDrainCommand
{
    public static Command Build(CommandScope scope)
    {
        var name = NodeArguments.One("The node, by name or id.");
        var yes = ChangeFlags.Yes();
        var timeout = Durations.Option(
            "--timeout",
            "How long tasks may take to end, such as 90s or 10m. Default: 5m."
        );
        return scope.Command(
            "drain",
            "Moves the work of a node to others and waits until it has nothing left to do.",
            [name, timeout, yes],
            [
                new("mullion node drain win-1", "before maintenance"),
                new(
                    "docker node update --availability active win-1",
                    "afterwards: lets it work again"
                ),
            ],
            call => RunAsync(call, call.Value(name)!, call.Value(timeout), call.Value(yes))
        );
    }

    private static async Task<ExitCode> RunAsync(
        Call call,
        string name,
        TimeSpan? timeout,
        bool yes
    )
    {
        var interrupt = call.Context.Interrupt;
        await using var session = ClusterSession.Open(call.Context, call.File);
        var facts = await session.FactsAsync(interrupt);
        var node = Find(name, await session.Orchestrator.NodesAsync(interrupt));
        var simulated = session.File.Find(node.Name)?.Host.Scheme == Core.Specs.HostScheme.Lab;
        SimulationNote.Write(call.Result, facts.Simulated, simulated ? [node.Name] : []);

        var changed = node.Availability != "drain";
        if (changed)
        {
            await new Approval(call).AskAsync($"Drain {node.Name}", yes, reboot: false);
            await session.Orchestrator.UpdateNodeAsync(
                node.Id,
                new Dictionary<string, string?>(),
                "drain",
                interrupt
            );
        }

        await WaitAsync(call, session.Side(timeout), node, changed);
        call.Result.Line($"{node.Name} is drained.", Rendering.Style.Good);
        call.Document(
            new DrainDocument(node.Name, node.Id, "done", changed, facts.Simulated || simulated),
            CliJson.Readable.DrainDocument
        );
        return ExitCode.Done;
    }

    private static async Task WaitAsync(Call call, ClusterSide side, NodeStatus node, bool changed)
    {
        try
        {
            await new NodeDrain(side).WaitAsync(
                node,
                text => call.Messages.Line($"{node.Name}   {text}"),
                call.Context.Interrupt
            );
        }
        catch (MullionException late)
        {
            throw new CliException(
                changed ? ExitCode.Partial : ExitCode.Failed,
                late.Message,
                $"It stays set to drain. Stop what blocks it, or wait longer with --timeout; or let it work again: docker node update --availability active {node.Name}"
            );
        }
        catch (OperationCanceledException) when (call.Context.Interrupt.IsCancellationRequested)
        {
            throw new CliException(
                ExitCode.Interrupted,
                $"Interrupted: {node.Name} is set to drain, and tasks may still run there.",
                $"Run the command again to wait on; or let it work again: docker node update --availability active {node.Name}"
            );
        }
    }

    private static NodeStatus Find(string name, IReadOnlyList<NodeStatus> nodes)
    {
        var found = nodes
            .Where(n =>
                n.Id == name || string.Equals(n.Name, name, StringComparison.OrdinalIgnoreCase)
            )
            .OrderByDescending(n => n.Ready)
            .ToList();
        return found switch
        {
            [] => throw CliException.Usage(
                $"The cluster has no node {name}.",
                Nearest.Find(name, nodes.Select(n => n.Name)) is { } likely
                    ? $"Did you mean {likely}?"
                    : "See which there are: mullion node ls"
            ),
            [var only] => only,
            [{ Ready: true } first, { Ready: false }, ..] => first,
            _ => throw CliException.Usage(
                $"The cluster has {found.Count} nodes called {name}.",
                $"Name one by its id: {string.Join(", ", found.Select(n => n.Id))}"
            ),
        };
    }
}
