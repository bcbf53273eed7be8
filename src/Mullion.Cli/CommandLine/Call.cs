using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using Mullion.Cli.Hosting;
using Mullion.Cli.Output;
using Mullion.Cli.Rendering;

namespace Mullion.Cli.CommandLine;

/// <summary>One command under way: its arguments, and where it writes.</summary>
internal sealed class Call(CliContext context, GlobalOptions options, ParseResult arguments)
{
    public CliContext Context { get; } = context;

    public OutputFormat Format { get; } = options.Format(arguments);

    /// <summary>Whether people read the result, and not a program.</summary>
    public bool ForPeople => Format == OutputFormat.Table;

    /// <summary>The spec file as given.</summary>
    public string File => arguments.GetValue(options.File)!;

    /// <summary>Whether the spec file was given, and is not the default.</summary>
    public bool FileGiven => Has(options.File);

    /// <summary>Stdout, for people. Empty where a program reads it.</summary>
    public Screen Result { get; } =
        new(
            options.Format(arguments) == OutputFormat.Table ? context.Out : TextWriter.Null,
            context.Terminal is { Out: true, Styled: true }
        );

    /// <summary>Stderr.</summary>
    public Screen Messages { get; } =
        new(context.Error, context.Terminal is { Error: true, Styled: true });

    /// <summary>Whether an option was given, with a value or without.</summary>
    public bool Has(Option option) =>
        arguments.GetResult(option) is System.CommandLine.Parsing.OptionResult { Implicit: false };

    public T? Value<T>(Option<T> option) => arguments.GetValue(option);

    public T? Value<T>(Argument<T> argument) => arguments.GetValue(argument);

    /// <summary>Writes the result for a program; nothing where people read.</summary>
    public void Document<T>(T document, JsonTypeInfo<T> type)
    {
        if (!ForPeople)
        {
            DocumentWriter.Write(Context.Out, Format, document, type);
        }
    }
}
