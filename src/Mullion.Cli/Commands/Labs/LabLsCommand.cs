using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;

namespace Mullion.Cli.Commands.Labs;

/// <summary><c>mullion lab ls</c>.</summary>
internal static class LabLsCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Command(
            "ls",
            "Shows the lab: its hosts, what is to go wrong on them, and its swarm manager.",
            [],
            [new("mullion lab ls", "the hosts, and the manager for mullion.yaml")],
            RunAsync
        );

    private static async Task<ExitCode> RunAsync(Call call)
    {
        var lab = await call.Context.Lab.Client.FindAsync(call.Context.Interrupt);
        var document = LabDocument.Of(lab);
        LabText.Write(call.Result, document);
        call.Document(document, CliJson.Readable.LabDocument);
        return ExitCode.Done;
    }
}
