using System.CommandLine;

namespace Mullion.Cli.CommandLine;

/// <summary>An option whose text has a form of its own.</summary>
internal static class ParsedOption
{
    /// <summary>The option; a text that is not of its form is wrong usage.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">Its description.</param>
    /// <param name="help">What help calls the text.</param>
    /// <param name="form">What it takes, for the error: <c>a time such as 90s</c>.</param>
    /// <param name="parse">Makes the value of the text; null when it has not the form.</param>
    public static Option<T?> Of<T>(
        string name,
        string description,
        string help,
        string form,
        Func<string, T?> parse
    )
        where T : struct =>
        new(name)
        {
            Description = description,
            HelpName = help,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (parse(text) is { } value)
                {
                    return value;
                }

                result.AddError($"{name} takes {form}, not {text}.");
                return null;
            },
        };
}
