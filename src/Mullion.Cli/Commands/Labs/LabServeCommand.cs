using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Lab;

namespace Mullion.Cli.Commands.Labs;

/// <summary><c>mullion lab serve</c>: the lab's own process, which <c>lab start</c> begins. Not shown in help.</summary>
internal static class LabServeCommand
{
    public static Command Build(CommandScope scope)
    {
        var command = scope.Command(
            "serve",
            "Is the lab, until somebody stops it.",
            [],
            [new("mullion lab serve", "what mullion lab start runs in the background")],
            RunAsync
        );
        command.Hidden = true;
        return command;
    }

    /// <summary>
    /// Whether a command line is this one: its signals are the lab's business, as Ctrl-C in the terminal it was started from is
    /// meant for others.
    /// </summary>
    public static bool IsMeantBy(IReadOnlyList<string> args) => args is ["lab", "serve", ..];

    private static async Task<ExitCode> RunAsync(Call call)
    {
        await LabServer.RunAsync(
            call.Context.Lab.Folder,
            new LabServerOptions { OwnProcess = true },
            call.Context.Interrupt
        );
        return ExitCode.Done;
    }
}
