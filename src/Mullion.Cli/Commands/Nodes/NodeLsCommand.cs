using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node ls</c>.</summary>
internal static class NodeLsCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Command(
            "ls",
            "Lists the nodes of the cluster, and those of the file that have not joined.",
            [],
            [
                new("mullion node ls", "as docker node ls prints it, for all of the cluster"),
                new("mullion node ls -o json", "for a program"),
            ],
            RunAsync
        );

    private static async Task<ExitCode> RunAsync(Call call)
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var facts = await session.FactsAsync(call.Context.Interrupt);
        var nodes = await session.Orchestrator.NodesAsync(call.Context.Interrupt);
        var document = NodeDocuments.List(session.Spec, facts, nodes);
        NodeListText.Write(call.Result, document);
        call.Document(document, CliJson.Readable.NodeListDocument);
        return ExitCode.Done;
    }
}
