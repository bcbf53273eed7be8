using System.CommandLine;
using System.CommandLine.Completions;
using Mullion.Cli.Sessions;

namespace Mullion.Cli.CommandLine;

/// <summary>Arguments that name nodes.</summary>
internal static class NodeArguments
{
    public static Argument<string[]> Some(string description) =>
        Checked(
            new Argument<string[]>("NODE")
            {
                Description = description,
                Arity = ArgumentArity.ZeroOrMore,
            }
        );

    public static Argument<string[]> OneOrMore(string description) =>
        Checked(
            new Argument<string[]>("NODE")
            {
                Description = description,
                Arity = ArgumentArity.OneOrMore,
            }
        );

    public static Argument<string> One(string description) =>
        Checked(new Argument<string>("NODE") { Description = description });

    /// <summary>The nodes of a spec, for shells; none while it is not valid.</summary>
    private static IEnumerable<CompletionItem> Names(string file) =>
        SpecCatalogue.Load(file).Spec?.Nodes.Select(n => new CompletionItem(n.Name)) ?? [];

    /// <summary>A mistyped option is not taken for a node.</summary>
    private static Argument<T> Checked<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        // Help asks too, and there is no command line then.
        argument.CompletionSources.Add(context =>
            context is TextCompletionContext
                ? Names(context.ParseResult.GetValue<string>("--file")!)
                : []
        );
        return argument;
    }
}
