using System.CommandLine;
using System.Globalization;

namespace Mullion.Cli.CommandLine;

/// <summary>Options that take a length of time.</summary>
internal static class Durations
{
    /// <summary>An option that takes <c>90s</c>, <c>5m</c> or <c>1h</c>.</summary>
    public static Option<TimeSpan?> Option(string name, string description) =>
        ParsedOption.Of(name, description, "TIME", "a time such as 90s, 5m or 1h", Parse);

    private static TimeSpan? Parse(string text)
    {
        if (
            text.Length < 2
            || !int.TryParse(
                text[..^1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            || number is < 1 or > 86400
        )
        {
            return null;
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => null,
        };
    }
}
