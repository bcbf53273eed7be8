using System.Globalization;
using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A version of Kubernetes that has Windows nodes: 1.14, with which they became stable, and later.</summary>
internal static partial class KubernetesVersionText
{
    private const string Pattern = "^1\\.[0-9]{1,3}\\.[0-9]{1,3}$";

    private const int Least = 14;

    public static readonly TextShape<string> Shape = new("a version of Kubernetes", Parse)
    {
        Pattern = Pattern,
        Examples = ["1.34.2"],
    };

    private static Parsed<string> Parse(string text) =>
        text.StartsWith('v') && Version().IsMatch(text[1..])
            ? new Refusal("the version begins with v", $"Write {text[1..]}.")
        : !Version().IsMatch(text)
            ? new Refusal(
                "this is not a version of Kubernetes",
                "Write all three numbers, such as 1.34.2."
            )
        : int.Parse(text.Split('.')[1], CultureInfo.InvariantCulture) < Least
            ? new Refusal(
                $"Windows nodes are stable from Kubernetes 1.{Least} on",
                $"Use 1.{Least}.0 or a later version."
            )
        : text;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
