using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node show</c>: the host, the node, the checks, what is owned. What cannot be reached says so; the rest is shown.</summary>
internal static class NodeShowCommand
{
    public static Command Build(CommandScope scope)
    {
        var name = NodeArguments.One("The node; it stands in the file.");
        var verbose = ChangeFlags.Verbose();
        return scope.Command(
            "show",
            "Shows one node: its host, its place in the cluster, what the checks find, what Mullion owns.",
            [name, verbose],
            [
                new("mullion node show win-1", "the node as it is"),
                new("mullion node show win-1 --verbose", "with every check and every resource"),
            ],
            call => RunAsync(call, call.Value(name)!, call.Value(verbose))
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, string name, bool verbose)
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var node = NodeSelection.Find(session.File, name);
        var document = await LookAsync(session, node, call.Context.Interrupt);
        new NodeShowText(call.Result, verbose).Write(document);
        call.Document(document, CliJson.Readable.NodeShowDocument);
        return document.Errors.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<NodeShowDocument> LookAsync(
        ClusterSession session,
        NodeSpec node,
        CancellationToken cancellation
    )
    {
        var errors = new List<ErrorDetail>();
        var host = await TryAsync(
            () => HostView.ReadAsync(session.Link(node), cancellation),
            errors
        );
        var cluster = await TryAsync(() => ClusterAsync(session, node, cancellation), errors);
        // Without either side there is nothing to compare, and its error has been told.
        var plan =
            host is not null && cluster is not null
                ? await TryAsync(() => PlanAsync(session, node, cancellation), errors)
                : null;
        return new NodeShowDocument
        {
            Name = node.Name,
            Host = node.Host.ToString(),
            Cluster = session.Spec.Name,
            Simulated = host?.Facts.Simulated ?? node.Host.Scheme == HostScheme.Lab,
            Manager = cluster?.Manager,
            Facts = host?.Facts,
            Nodes = cluster?.Nodes ?? [],
            Plan = plan,
            Owned = host is null ? [] : JournalDocuments.Owned(host.Inventory),
            LastOutcome = host?.Inventory.LastOutcome,
            Errors = errors,
        };
    }

    private static async Task<NodeListDocument> ClusterAsync(
        ClusterSession session,
        NodeSpec node,
        CancellationToken cancellation
    )
    {
        var facts = await session.FactsAsync(cancellation);
        var all = await session.Orchestrator.NodesAsync(cancellation);
        var list = NodeDocuments.List(session.Spec, facts, all);
        return list with
        {
            Nodes =
            [
                .. list.Nodes.Where(n =>
                    n.Id is not null
                    && string.Equals(n.Name, node.Name, StringComparison.OrdinalIgnoreCase)
                ),
            ],
        };
    }

    private static async Task<NodePlanDocument> PlanAsync(
        ClusterSession session,
        NodeSpec node,
        CancellationToken cancellation
    )
    {
        var (facts, nodes) = await ApplyPlanning.PlanAsync(session, [node], cancellation);
        return PlanDocuments.Of("apply", session.Spec, facts, nodes).Nodes[0];
    }

    private static async Task<T?> TryAsync<T>(Func<Task<T>> read, List<ErrorDetail> errors)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (Problem.Of(error) is { } problem)
        {
            errors.Add(ErrorDetail.Of(problem)!);
            return null;
        }
    }
}
