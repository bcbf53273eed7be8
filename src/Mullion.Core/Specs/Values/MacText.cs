using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A MAC address with hyphens or colons; kept as Windows writes it.</summary>
internal static class MacText
{
    public static readonly TextShape<string> Shape = new("a MAC address", Parse)
    {
        Pattern = "^[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}$|^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$",
        Examples = ["00-15-5D-01-02-03"],
    };

    public static Parsed<string> Parse(string text)
    {
        var separator = text.Contains(':', StringComparison.Ordinal) ? ':' : '-';
        var parts = text.Split(separator, 7);
        return
            parts.Length == 6
            && parts.All(part => part.Length == 2 && part.All(char.IsAsciiHexDigit))
            ? string.Join('-', parts).ToUpperInvariant()
            : new Refusal(
                "this is not a MAC address",
                "Write six pairs of hexadecimal digits such as 00-15-5D-01-02-03."
            );
    }
}
