using System.CommandLine;
using System.Globalization;

namespace Mullion.Cli.CommandLine;

/// <summary>Options that take a number.</summary>
internal static class Numbers
{
    /// <summary>An option that takes a whole number from 1.</summary>
    public static Option<int?> Positive(string name, string description) =>
        ParsedOption.Of(name, description, "N", "a whole number from 1", Parse);

    private static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
            ? number
            : null;
}
