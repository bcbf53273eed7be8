using System.Text;

namespace Mullion.Core.Scripts;

/// <summary>
/// PowerShell that may be run as it stands. Made of literal text and of values, and every value is quoted where it is put in: no
/// value can become code.
/// </summary>
/// <param name="Text">Lines, each ended by LF but the last.</param>
public sealed record PowerShellText(string Text)
{
    private const int Width = 100;

    /// <summary>PowerShell with values: <c>PowerShellText.Of($"Stop-Service -Name {name}")</c>; see <see cref="PowerShellHandler"/>.</summary>
    public static PowerShellText Of(PowerShellHandler text) => new(text.ToString());

    /// <summary>A sentence for people, as comment lines.</summary>
    public static PowerShellText Comment(string sentence)
    {
        var lines = new StringBuilder("#");
        var column = 1;
        foreach (var word in Visible(sentence).Split(' '))
        {
            if (column > 1 && column + 1 + word.Length > Width)
            {
                lines.Append("\n#");
                column = 1;
            }

            lines.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        return new PowerShellText(lines.ToString());
    }

    /// <summary>A command for a manager's shell. The script only shows it: a Windows worker cannot run it.</summary>
    public static PowerShellText OnManager(params string[] words) =>
        new("#   " + string.Join(' ', words.Select(PosixQuoting.Quote)));

    /// <summary>One below the other.</summary>
    public static PowerShellText Lines(params IEnumerable<PowerShellText> parts) =>
        new(string.Join('\n', parts.Select(p => p.Text)));

    /// <inheritdoc/>
    public override string ToString() => Text;

    // A line break would end the comment, and others of these show something else than what is there.
    private static string Visible(string text) =>
        string.Concat(text.Select(c => Invisible.Is(c) ? '\uFFFD' : c));
}
