using System.CommandLine;
using System.CommandLine.Parsing;

namespace Mullion.Cli.CommandLine;

/// <summary>A command line that cannot be understood: what is wrong, what was probably meant, where to read.</summary>
internal static class UsageErrors
{
    public static ExitCode Write(Call call, ParseResult arguments)
    {
        var message = string.Join(" ", arguments.Errors.Select(e => OneLine(e.Message)).Distinct());
        FailureReport.Write(call, message, Fix(arguments));
        return ExitCode.Usage;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Fix(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var words = Unknown(arguments) is { } unknown
            ? Nearest.Find(unknown, Known(arguments.CommandResult, unknown))
            : null;
        var read = $"See: {Path(arguments.CommandResult)} --help";
        return words is null ? read
            : command.Subcommands.Any(c => c.Name == words)
                ? $"Did you mean {Path(arguments.CommandResult)} {words}? {read}"
            : $"Did you mean {words}? {read}";
    }

    /// <summary>The first word that has no meaning; an option may have been taken for an argument.</summary>
    private static string? Unknown(ParseResult arguments) =>
        arguments.UnmatchedTokens is [var first, ..]
            ? first
            : arguments
                .Tokens.FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith('-'))
                ?.Value;

    private static List<string> Known(CommandResult result, string unknown)
    {
        var command = result.Command;
        return unknown.StartsWith('-')
            ?
            [
                .. Ancestors(result)
                    .SelectMany(c => c.Options.Where(o => o.Recursive || c == command))
                    .Select(o => o.Name),
            ]
            : [.. command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)];
    }

    private static IEnumerable<Command> Ancestors(CommandResult result)
    {
        for (
            SymbolResult? at = result;
            at is CommandResult { Command: { } command };
            at = at.Parent
        )
        {
            yield return command;
        }
    }

    private static string Path(CommandResult result) =>
        string.Join(
            " ",
            Ancestors(result).Reverse().Select(c => c is RootCommand ? "mullion" : c.Name)
        );
}
