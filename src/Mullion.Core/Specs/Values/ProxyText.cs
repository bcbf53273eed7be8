using Mullion.Core.Secrets;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A proxy. It stands in plans, journals and the registry of the hosts, so one that carries a password is refused, and then not repeated.</summary>
internal static class ProxyText
{
    public static readonly TextShape<string> Shape = new("a proxy", Parse)
    {
        Pattern = "^https?://[^\\s/@]+/?$",
        Examples = ["http://proxy.corp.example:3128"],
    };

    private static Parsed<string> Parse(string text) =>
        Credentials.InUrl(text)
            ? new Refusal(
                "the proxy's address carries a password, which would end up in plans and journals",
                "Use a proxy that knows the hosts by their addresses.",
                IsSecret: true
            )
        : text.Any(char.IsWhiteSpace)
        || !Uri.TryCreate(text, UriKind.Absolute, out var url)
        || url.Scheme is not ("http" or "https")
        || url.Host.Length == 0
        || url.PathAndQuery != "/"
            ? new Refusal(
                "this is not the address of a proxy",
                "Write http://host:port.",
                IsSecret: text.AsSpan().ContainsAny('@', '?')
            )
        : text.TrimEnd('/');
}
