using System.CommandLine;
using System.CommandLine.Parsing;
using Mullion.Cli.Output;

namespace Mullion.Cli.CommandLine;

/// <summary>The options that every command has.</summary>
internal sealed class GlobalOptions
{
    public Option<string> File { get; } =
        new("--file", "-f")
        {
            Description = "The file that describes the cluster.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "./mullion.yaml",
            Recursive = true,
        };

    public Option<string> Output { get; } = OutputOption();

    /// <summary>The format asked for, also when the rest of the command line is wrong.</summary>
    public OutputFormat Format(ParseResult arguments) =>
        (arguments.GetResult(Output) as OptionResult)?.Tokens is [.., var word]
            ? word.Value switch
            {
                "json" => OutputFormat.Json,
                "yaml" => OutputFormat.Yaml,
                _ => OutputFormat.Table,
            }
            : OutputFormat.Table;

    private static Option<string> OutputOption()
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = "How results are written; json and yaml are one document on stdout.",
            HelpName = "table|json|yaml",
            DefaultValueFactory = _ => "table",
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("table", "json", "yaml");
        return option;
    }
}
