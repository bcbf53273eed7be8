using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Mullion.Cli.CommandLine;

/// <summary>Help that ends with examples, and for the program as a whole with its exit codes.</summary>
/// <param name="scope">Knows the examples.</param>
/// <param name="asked">Whether help was asked for: then nothing else on the command line can be wrong.</param>
internal sealed class HelpWithExamples(CommandScope scope, bool asked)
    : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0    done
          1    failed
          2    wrong usage or invalid input
          3    nothing was changed: a check failed, or somebody said no
          4    changed in part: run it again to go on, or remove
          130  interrupted (Ctrl-C) at a safe point

        """;

    public override bool ClearsParseErrors => asked;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction().Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (scope.Examples.GetValueOrDefault(command) is { Count: > 0 } examples)
        {
            output.Write("Examples:\n");
            foreach (var example in examples)
            {
                output.Write($"  # {example.Does}\n  {example.Line}\n\n");
            }
        }

        if (command is RootCommand)
        {
            output.Write(ExitCodes);
        }

        return 0;
    }
}
