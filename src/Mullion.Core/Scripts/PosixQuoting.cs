using System.Globalization;
using System.Text;

namespace Mullion.Core.Scripts;

/// <summary>Quotes words for the shell of a manager, which runs Linux (bash).</summary>
internal static class PosixQuoting
{
    private const string Plain = "-_./:=@%+,";

    public static string Quote(string word)
    {
        if (word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c)))
        {
            return word;
        }

        return word.Any(Invisible.Is)
            ? Escaped(word)
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    /// <summary>In <c>$'…'</c>, where a line break is written as an escape.</summary>
    private static string Escaped(string word)
    {
        var text = new StringBuilder("$'");
        foreach (var rune in word.EnumerateRunes())
        {
            var escape =
                rune.Value is '\'' or '\\' || !rune.IsAscii || Invisible.Is((char)rune.Value);
            text.Append(
                escape
                    ? string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}")
                    : rune.ToString()
            );
        }

        return text.Append('\'').ToString();
    }
}
