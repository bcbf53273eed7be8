using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;

namespace Mullion.Cli.Commands.Labs;

/// <summary><c>mullion lab fault</c>: lets something go wrong on a simulated host.</summary>
internal static class LabFaultCommand
{
    public static Command Build(CommandScope scope)
    {
        var name = new Argument<string>("HOST") { Description = "The host, such as win-1." };
        var words = new Argument<string[]>("FAULT")
        {
            Description = "What is to go wrong, and when.",
            Arity = ArgumentArity.OneOrMore,
        };
        return scope.Command(
            "fault",
            "Lets something go wrong on a simulated host: errors, timeouts, power cuts, a full disk.",
            [name, words],
            [
                new("mullion lab fault win-1 power-cut in 20", "at the 20th operation from now"),
                new("mullion lab fault win-1 services.start docker: error 1053 x2", "twice"),
                new("mullion lab fault win-1 disk-full", "at the next write"),
                new(
                    "mullion lab fault win-1 seed 42",
                    "three faults, the same for the same number"
                ),
                new("mullion lab fault win-1 clear", "nothing more goes wrong"),
            ],
            call => RunAsync(call, call.Value(name)!, string.Join(' ', call.Value(words)!))
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, string name, string fault)
    {
        var host = await call.Context.Lab.Client.FaultAsync(name, fault, call.Context.Interrupt);
        LabText.Write(call.Result, host);
        call.Document(new LabHostDocument(true, host), CliJson.Readable.LabHostDocument);
        return ExitCode.Done;
    }
}
