using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.Commands.Labs;

/// <summary><c>mullion lab stop</c>: ends the lab and removes its folder.</summary>
internal static class LabStopCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Command(
            "stop",
            "Ends the lab and removes all of it.",
            [],
            [new("mullion lab stop", "the simulated hosts and their swarm are gone")],
            RunAsync
        );

    private static async Task<ExitCode> RunAsync(Call call)
    {
        var lab = call.Context.Lab;
        var stopped = await lab.StopAsync(call.Context.Interrupt);
        call.Result.Line(
            stopped ? $"The simulated lab is gone, with {lab.Folder}." : "There was no lab."
        );
        call.Document(
            new LabStopDocument(true, stopped, lab.Folder.Path),
            CliJson.Readable.LabStopDocument
        );
        return ExitCode.Done;
    }
}
