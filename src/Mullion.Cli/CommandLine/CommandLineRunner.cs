using System.CommandLine;
using System.CommandLine.Invocation;
using Mullion.Cli.Commands;
using Mullion.Cli.Hosting;

namespace Mullion.Cli.CommandLine;

/// <summary>From a command line to an exit code.</summary>
internal sealed class CommandLineRunner(CliContext context)
{
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var scope = new CommandScope(context);
        // A word that begins with @ is a word, not a file of further words.
        var arguments = MullionCommand
            .Build(scope)
            .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (arguments.Action is ParseErrorAction)
        {
            return (int)UsageErrors.Write(new Call(context, scope.Options, arguments), arguments);
        }

        return await arguments.InvokeAsync(
            new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                // Interrupts are ours: the first stops at a safe point, however long the way there is.
                ProcessTerminationTimeout = null,
            },
            CancellationToken.None
        );
    }
}
