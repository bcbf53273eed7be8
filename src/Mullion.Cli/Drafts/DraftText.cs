using System.Globalization;
using System.Text;

namespace Mullion.Cli.Drafts;

/// <summary>Values of others in YAML.</summary>
internal static class DraftText
{
    /// <summary>Any text as one line that reads as this text.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(
                c is '"' or '\\' ? $"\\{c}"
                : BreaksLines(c) ? $"\\u{(int)c:x4}"
                : c
            );
        }

        return quoted.Append('"').ToString();
    }

    private static bool BreaksLines(char c) =>
        char.IsControl(c)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Format;
}
