using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>What is reached without a proxy. In NO_PROXY commas stand between them.</summary>
internal static class NoProxyText
{
    public static readonly TextShape<string> Shape = new("a name, an address or a network", Parse)
    {
        Pattern = "^[A-Za-z0-9.*:/_-]+$",
        Examples = [".corp.example", "10.0.0.0/8"],
    };

    private static Parsed<string> Parse(string text) =>
        text.Length > 0
        && text.All(c =>
            char.IsAsciiLetterOrDigit(c) || c is '.' or '*' or ':' or '/' or '-' or '_'
        )
            ? text
            : new Refusal(
                "this is neither a name nor an address nor a network",
                "Write one entry such as .corp.example or 10.0.0.0/8, and each in an item of its own."
            );
}
