using System.Text;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>Takes command lines apart and puts them together as Windows programs do.</summary>
/// <remarks>Source: Microsoft's documentation of CommandLineToArgvW and of parsing C command-line arguments. .NET has it on Windows alone.</remarks>
internal static class WindowsCommandLine
{
    /// <summary>The program, and its arguments.</summary>
    /// <remarks>A path with spaces that nobody quoted ends where a program can end, as Windows finds it too.</remarks>
    public static (string Program, IReadOnlyList<CommandLineWord> Arguments) Parse(string line)
    {
        var end = ProgramEnd(line);
        var words = new List<CommandLineWord>();
        for (var at = end; ; )
        {
            var space = at;
            while (at < line.Length && line[at] is ' ' or '\t')
            {
                at++;
            }

            if (at >= line.Length)
            {
                return (line[..end], words);
            }

            var start = at;
            var text = Word(line, ref at);
            words.Add(new CommandLineWord(line[start..at], text, line[space..start]));
        }
    }

    /// <summary>A word that a program gets as this text.</summary>
    public static CommandLineWord Quote(string text)
    {
        if (text.Length > 0 && !text.AsSpan().ContainsAny(" \t\""))
        {
            return new CommandLineWord(text, text);
        }

        var raw = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in text)
        {
            if (c == '"')
            {
                raw.Append('\\', backslashes + 1);
            }

            backslashes = c == '\\' ? backslashes + 1 : 0;
            raw.Append(c);
        }

        return new CommandLineWord(raw.Append('\\', backslashes).Append('"').ToString(), text);
    }

    private static int ProgramEnd(string line)
    {
        if (line.StartsWith('"'))
        {
            var close = line.IndexOf('"', 1);
            return close < 0 ? line.Length : close + 1;
        }

        var name = line.IndexOf(".exe", StringComparison.OrdinalIgnoreCase);
        var space = line.IndexOf(' ', name < 0 ? 0 : name);
        return space < 0 ? line.Length : space;
    }

    /// <summary>One argument: 2n backslashes and a quote are n backslashes and the quote's meaning, 2n+1 are n and a quote.</summary>
    private static string Word(string line, ref int at)
    {
        var text = new StringBuilder();
        for (
            var quoted = false;
            at < line.Length && (quoted || line[at] is not (' ' or '\t'));
            at++
        )
        {
            var backslashes = 0;
            while (at + backslashes < line.Length && line[at + backslashes] == '\\')
            {
                backslashes++;
            }

            var quote = at + backslashes < line.Length && line[at + backslashes] == '"';
            if (backslashes > 0 && !quote)
            {
                text.Append('\\', backslashes);
                at += backslashes - 1;
            }
            else if (quote)
            {
                text.Append('\\', backslashes / 2);
                at += backslashes;
                if (backslashes % 2 == 1)
                {
                    text.Append('"');
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else
            {
                text.Append(line[at]);
            }
        }

        return text.ToString();
    }
}
