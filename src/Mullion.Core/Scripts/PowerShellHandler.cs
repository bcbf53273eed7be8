using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mullion.Core.Scripts;

/// <summary>Puts values into PowerShell as literals; the compiler calls it for <see cref="PowerShellText.Of"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct PowerShellHandler
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public PowerShellHandler(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Text of the program.</summary>
    public void AppendLiteral(string text) => _text.Append(text.ReplaceLineEndings("\n"));

    /// <summary>A string, as a literal.</summary>
    public void AppendFormatted(string value) => _text.Append(PowerShellQuoting.Quote(value));

    /// <summary>Strings, as an array.</summary>
    public void AppendFormatted(IEnumerable<string> values) =>
        _text.Append($"@({string.Join(", ", values.Select(PowerShellQuoting.Quote))})");

    /// <summary>A number.</summary>
    public void AppendFormatted(long value) =>
        _text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>PowerShell, as it is.</summary>
    public void AppendFormatted(PowerShellText value) => _text.Append(value.Text);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
