using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A registry's host, and port where it has one of its own.</summary>
internal static partial class RegistryText
{
    private const string Pattern = "^" + ImageReference.RegistryPattern + "$";

    public static readonly TextShape<string> Shape = new("the host of a registry", Parse)
    {
        Pattern = Pattern,
        Examples = ["registry.corp.example"],
    };

    private static Parsed<string> Parse(string text) =>
        text is "index.docker.io" or "registry-1.docker.io" ? ImageReference.Hub
        : Host().IsMatch(text) ? text
        : new Refusal(
            "this is not the host of a registry",
            "Write it as images name it, without https:// and path, such as registry.corp.example:5000; docker.io for Docker Hub."
        );

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Host();
}
