using Mullion.Core.Secrets;

namespace Mullion.Cli.Rendering;

/// <summary>
/// Text for people, line by line. Lines are never wrapped, so that what is piped can be searched; colours only where they are
/// wanted. What looks like a join token is hidden, wherever it came from.
/// </summary>
internal sealed class Screen(TextWriter writer, bool styled)
{
    public void Line() => writer.Write('\n');

    public void Line(string text, Style style = Style.Plain)
    {
        Write(text, style);
        Line();
    }

    public void Write(string text, Style style = Style.Plain)
    {
        var safe = Redaction.Redact(text);
        var code = styled ? Code(style) : null;
        writer.Write(code is null ? safe : $"\e[{code}m{safe}\e[0m");
    }

    /// <summary>Lines in columns, three spaces apart as docker prints them; the first row is the head.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable
            .Range(0, rows[0].Count)
            .Select(column => rows.Max(row => row[column].Length))
            .ToList();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => cell.PadRight(widths[column]));
            Line(string.Join("   ", cells).TrimEnd());
        }
    }

    private static string? Code(Style style) =>
        style switch
        {
            Style.Strong => "1",
            Style.Faint => "2",
            Style.Good => "32",
            Style.Caution => "33",
            Style.Bad => "31",
            _ => null,
        };
}
