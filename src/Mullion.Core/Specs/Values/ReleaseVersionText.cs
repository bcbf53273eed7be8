using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>
/// A version of a program as its makers number their releases, with or without a suffix (<c>17.06.2-ee-16</c>), and without <c>v</c>.
/// </summary>
internal static partial class ReleaseVersionText
{
    private const string Pattern =
        "^[0-9]{1,4}(\\.[0-9]{1,4}){2}(-[0-9A-Za-z][0-9A-Za-z.-]{0,30})?$";

    /// <summary>The version of a program.</summary>
    /// <param name="what">What it is a version of, with an article: <c>a version of containerd</c>.</param>
    /// <param name="example">One.</param>
    public static TextShape<string> Shape(string what, string example) =>
        new(
            what,
            text =>
                Version().IsMatch(text) ? text
                : text.StartsWith('v') && Version().IsMatch(text[1..])
                    ? new Refusal("the version begins with v", $"Write {text[1..]}.")
                : new Refusal($"this is not {what}", $"Write three numbers such as {example}.")
        )
        {
            Pattern = Pattern,
            Examples = [example],
        };

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
