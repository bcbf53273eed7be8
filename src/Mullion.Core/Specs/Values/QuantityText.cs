using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>An amount of memory as Kubernetes writes it, in the units that people use.</summary>
internal static partial class QuantityText
{
    private const string Pattern = "^[1-9][0-9]{0,8}(Mi|Gi|M|G)$";

    public static readonly TextShape<string> Memory = new("an amount of memory", Parse)
    {
        Pattern = Pattern,
        Examples = ["2Gi"],
    };

    private static Parsed<string> Parse(string text) =>
        Quantity().IsMatch(text)
            ? text
            : new Refusal(
                "this is no amount of memory",
                "Write a number and Mi or Gi, such as 2Gi."
            );

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quantity();
}
