using System.CommandLine;
using System.Globalization;

namespace Mullion.Cli.CommandLine;

/// <summary>Options that take a number.</summary>
internal static class Numbers
{
    /// <summary>An option that takes a whole number from 1.</summary>
    public static Option<int?> Positive(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    && n >= 1
                )
                {
                    return n;
                }

                result.AddError($"{name} takes a whole number from 1, not {text}.");
                return null;
            },
        };
}
