using System.Globalization;

namespace Mullion.Core.Scripts;

/// <summary>Characters that end a line, do not print, or turn the direction of others around.</summary>
internal static class Invisible
{
    public static bool Is(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                // Half a character; also the whole ones beyond U+FFFF, of which some are of the kinds above.
                or UnicodeCategory.Surrogate;
}
