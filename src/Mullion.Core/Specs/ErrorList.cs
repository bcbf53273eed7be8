using System.Globalization;
using System.Text;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs;

/// <summary>Collects what is wrong with one file. Bounded, so that a file that is wrong everywhere costs no more than others.</summary>
internal sealed class ErrorList(string file)
{
    /// <summary>How many errors are kept; nobody reads more at once.</summary>
    public const int MaxErrors = 1000;

    private const int MaxValueLength = 80;

    private readonly List<SpecError> errors = [];
    private int dropped;

    /// <summary>Notes an error. <paramref name="value"/> is made printable and short here.</summary>
    public void Add(int line, int column, YamlPath path, string? value, string reason, string fix)
    {
        if (errors.Count == MaxErrors)
        {
            dropped++;
            return;
        }

        errors.Add(
            new SpecError
            {
                File = file,
                Line = line,
                Column = column,
                Path = path.ToString(),
                Value = value is null ? null : Printable(value),
                Reason = reason,
                Fix = fix,
            }
        );
    }

    /// <summary>The errors in the order of the file.</summary>
    public IReadOnlyList<SpecError> InFileOrder()
    {
        var ordered = errors.OrderBy(error => error.Line).ThenBy(error => error.Column).ToList();
        if (dropped > 0)
        {
            ordered.Add(
                new SpecError
                {
                    File = file,
                    Reason =
                        $"{dropped.ToString("N0", CultureInfo.InvariantCulture)} further errors are not shown",
                    Fix = "Correct these first.",
                }
            );
        }

        return ordered;
    }

    /// <summary>Whether there is a character that no single line of text has.</summary>
    public static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Text that can stand in a line of a terminal: one line, no control or invisible characters, at most 80 characters.</summary>
    public static string Printable(string value)
    {
        var text = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length >= MaxValueLength)
            {
                return text.Append('…').ToString();
            }

            var hidden =
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned;
            if (hidden)
            {
                text.Append($"\\u{rune.Value:X4}");
            }
            else
            {
                text.Append(rune.ToString());
            }
        }

        return text.ToString();
    }
}
