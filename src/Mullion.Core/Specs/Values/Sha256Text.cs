using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A SHA-256 checksum; kept in lower case, as <c>sha256sum</c> prints it (<c>Get-FileHash</c> prints upper case).</summary>
internal static class Sha256Text
{
    public static readonly TextShape<string> Shape = new("a SHA-256 checksum", Parse)
    {
        Pattern = "^[0-9A-Fa-f]{64}$",
    };

    private static Parsed<string> Parse(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigit)
            ? text.ToLowerInvariant()
            : new Refusal(
                $"a SHA-256 checksum has 64 hexadecimal digits, this has {text.Length} characters",
                "Take the Hash that Get-FileHash prints."
            );
}
