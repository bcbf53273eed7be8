using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The name of a cluster, a node or a lab host: what can stand in a host name and in a firewall rule's id.</summary>
internal static class NameText
{
    public const int MaxLength = 63;

    public const string Pattern = "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$";

    public static readonly TextShape<string> Shape = new("a name", Parse) { Pattern = Pattern };

    public static Parsed<string> Parse(string text) =>
        IsName(text)
            ? text
            : new Refusal(
                "this is not a name",
                $"Use 1 to {MaxLength} letters, digits and hyphens; begin and end with a letter or digit."
            );

    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxLength
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && text[0] != '-'
        && text[^1] != '-';
}
