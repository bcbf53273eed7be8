using Mullion.Cli.CommandLine;
using Mullion.Cli.Commands.Labs;
using Mullion.Cli.Hosting;

namespace Mullion.Cli;

/// <summary>The program <c>mullion</c>.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var interrupts = LabServeCommand.IsMeantBy(args)
            ? null
            : new Interrupts(Environment.Exit);
        return await RunAsync(
            args,
            ProcessContext.Create(interrupts?.Token ?? CancellationToken.None)
        );
    }

    /// <summary>Runs one command line in a given surrounding; tests give their own.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> args, CliContext context) =>
        new CommandLineRunner(context).RunAsync(args);
}
