using Mullion.Core.Secrets;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>
/// Where a package is downloaded. Plain http is allowed: the checksum guards the content. A URL stands in plans, journals
/// and errors, so one that carries a credential is refused, and then not repeated.
/// </summary>
internal static class UrlText
{
    public static readonly TextShape<string> Shape = new("a URL", Parse)
    {
        Pattern = "^https?://\\S+$",
        Examples = ["https://download.docker.com/win/static/stable/x86_64/docker-28.2.2.zip"],
    };

    private static Parsed<string> Parse(string text)
    {
        if (
            text.Any(char.IsWhiteSpace)
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.Host.Length == 0
        )
        {
            return new Refusal(
                "this is not an http or https URL",
                "Write https://host/path/docker-28.2.2.zip.",
                IsSecret: text.AsSpan().ContainsAny('@', '?')
            );
        }

        return Credentials.InUrl(text)
            ? new Refusal(
                "the URL carries a password or token, which would end up in plans and journals",
                "Put the package where it can be had without, or use package.path.",
                IsSecret: true
            )
            : text;
    }
}
