using System.CommandLine;
using System.Globalization;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Workers;

/// <summary>An option that takes <c>512m</c> or <c>8g</c>, as docker does.</summary>
internal static class MemorySize
{
    public static Option<long?> Option(string name, string description) =>
        ParsedOption.Of(name, description, "SIZE", "a size such as 512m or 8g", Parse);

    private static long? Parse(string text) =>
        text.Length > 1
        && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? char.ToLowerInvariant(text[^1]) switch
            {
                'm' => (long)number << 20,
                'g' => (long)number << 30,
                _ => null,
            }
            : null;
}
