using System.Globalization;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>
/// An IPv4 address in dotted decimal. Shorter and octal forms (<c>10.1</c>, <c>010.0.0.1</c>), which mean different
/// addresses to different programs, are refused. IPv6 is refused: swarm overlays on Windows carry IPv4 only.
/// </summary>
internal static class Ipv4Text
{
    private const string Octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    /// <summary>The address as a regular expression without anchors.</summary>
    public const string Core = Octet + "(\\." + Octet + "){3}";

    public const string Fix = "Write an IPv4 address such as 10.0.0.21.";

    /// <summary>The address of one machine.</summary>
    public static readonly TextShape<string> Shape = new("an IPv4 address", Parse)
    {
        Pattern = "^" + Core + "$",
    };

    public static Parsed<string> Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return Refuse(text);
        }

        if (!IsAddress(text))
        {
            return new Refusal("this is not an IPv4 address", Fix);
        }

        var first = int.Parse(
            text[..text.IndexOf('.', StringComparison.Ordinal)],
            CultureInfo.InvariantCulture
        );
        return first is 0 or >= 224
            ? new Refusal("this is not the address of one machine", Fix)
            : text;
    }

    public static bool IsAddress(string text)
    {
        var parts = text.Split('.', 5);
        return parts.Length == 4 && parts.All(IsOctet);
    }

    /// <summary>Why a text with a colon in it is no IPv4 address: IPv6, or a port too much.</summary>
    public static Refusal Refuse(string text) =>
        text.Count(c => c == ':') > 1
            ? new Refusal("IPv6 is not supported: swarm overlays on Windows carry IPv4 only", Fix)
            : new Refusal(
                "an address without a port is expected here",
                $"Write {text[..text.IndexOf(':', StringComparison.Ordinal)]}."
            );

    private static bool IsOctet(string part) =>
        part.Length is > 0 and <= 3
        && part.All(char.IsAsciiDigit)
        && (part.Length == 1 || part[0] != '0')
        && int.Parse(part, CultureInfo.InvariantCulture) <= 255;
}
