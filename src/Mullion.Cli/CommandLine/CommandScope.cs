using System.CommandLine;
using Mullion.Cli.Hosting;

namespace Mullion.Cli.CommandLine;

/// <summary>What commands are built with: the surrounding, the options they share, and the edge that catches their failures.</summary>
internal sealed class CommandScope(CliContext context)
{
    public CliContext Context { get; } = context;

    public GlobalOptions Options { get; } = new();

    /// <summary>What help shows of each command beside its options.</summary>
    public Dictionary<Command, IReadOnlyList<Example>> Examples { get; } = [];

    /// <summary>A command that does something.</summary>
    public Command Command(
        string name,
        string description,
        IEnumerable<Symbol> parts,
        IReadOnlyList<Example> examples,
        Func<Call, Task<ExitCode>> run
    )
    {
        var command = new Command(name, description);
        Examples[command] = examples;
        foreach (var part in parts)
        {
            if (part is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)part);
            }
        }

        command.SetAction(
            async (arguments, _) =>
            {
                var call = new Call(Context, Options, arguments);
                return (int)await FailureEdge.RunAsync(call, () => run(call));
            }
        );
        return command;
    }

    /// <summary>A command that only holds others; alone it explains itself.</summary>
    public Command Group(string name, string description, params IEnumerable<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
        {
            group.Subcommands.Add(command);
        }

        group.Action = new HelpWithExamples(this, asked: false);
        return group;
    }
}
