using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node journal</c>: asks the host alone, so that it also tells while the cluster does not answer.</summary>
internal static class NodeJournalCommand
{
    public static Command Build(CommandScope scope)
    {
        var name = NodeArguments.One("The node; it stands in the file.");
        return scope.Command(
            "journal",
            "Shows what happened on a node's host, and what Mullion owns there.",
            [name],
            [
                new("mullion node journal win-1", "what was done, and what remove would take back"),
                new("mullion node journal win-1 -o json", "with what was there before each change"),
            ],
            call => RunAsync(call, call.Value(name)!)
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, string name)
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var node = NodeSelection.Find(session.File, name);
        var host = await HostView.ReadAsync(session.Link(node), call.Context.Interrupt);
        var document = JournalDocuments.Of(node, host);
        JournalText.Write(call.Result, document);
        call.Document(document, CliJson.Readable.JournalDocument);
        return ExitCode.Done;
    }
}
