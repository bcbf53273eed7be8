using System.Globalization;
using System.Text;

namespace Mullion.Core.Scripts;

/// <summary>
/// The one place where values become PowerShell literals: in single quotes, where nothing but the quote itself means anything.
/// </summary>
internal static class PowerShellQuoting
{
    // PowerShell takes the typographic ones for a single quote too (about_Quoting_Rules; CharTraits.cs, IsSingleQuote).
    private const string Quotes = "'\u2018\u2019\u201a\u201b";

    /// <summary>A literal of exactly this value: on one line, so that no change of line ends changes it.</summary>
    public static string Quote(string value)
    {
        if (!value.Any(Invisible.Is))
        {
            return $"'{Doubled(value)}'";
        }

        var text = new StringBuilder("(''");
        foreach (var part in Parts(value))
        {
            text.Append(" + ")
                .Append(
                    Invisible.Is(part[0])
                        ? string.Create(CultureInfo.InvariantCulture, $"[char]0x{(int)part[0]:X4}")
                        : $"'{Doubled(part)}'"
                );
        }

        return text.Append(')').ToString();
    }

    /// <summary>Stretches of what can be seen, and each other character alone.</summary>
    private static IEnumerable<string> Parts(string value)
    {
        var begin = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (!Invisible.Is(value[i]))
            {
                continue;
            }

            if (i > begin)
            {
                yield return value[begin..i];
            }

            yield return value[i..(i + 1)];
            begin = i + 1;
        }

        if (begin < value.Length)
        {
            yield return value[begin..];
        }
    }

    private static string Doubled(string text) =>
        string.Concat(text.Select(c => Quotes.Contains(c) ? $"{c}{c}" : c.ToString()));
}
