using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>What stands before the last part of an image's name: <c>docker</c>, or <c>dtr.corp.example:8443/ucp</c>.</summary>
internal static partial class RepositoryText
{
    private const string Pattern =
        "^("
        + ImageReference.RegistryPattern
        + "/)?[a-z0-9][a-z0-9._-]{0,127}(/[a-z0-9][a-z0-9._-]{0,127}){0,4}$";

    public static readonly TextShape<string> Shape = new("a place of images", Parse)
    {
        Pattern = Pattern,
        Examples = ["docker"],
    };

    private static Parsed<string> Parse(string text) =>
        Place().IsMatch(text)
            ? text
            : new Refusal(
                "this is no place of images",
                "Write an organization such as mirantis, or a registry and an organization such as dtr.corp.example/ucp."
            );

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
