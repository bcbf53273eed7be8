using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A version of the Docker engine, with or without a suffix (<c>17.06.2-ee-16</c>).</summary>
internal static partial class EngineVersionText
{
    private const string Pattern =
        "^[0-9]{1,4}(\\.[0-9]{1,4}){2}(-[0-9A-Za-z][0-9A-Za-z.-]{0,30})?$";

    public static readonly TextShape<string> Shape = new("an engine version", Parse)
    {
        Pattern = Pattern,
        Examples = ["28.2.2"],
    };

    private static Parsed<string> Parse(string text) =>
        Version().IsMatch(text)
            ? text
            : new Refusal("this is not an engine version", "Write three numbers such as 28.2.2.");

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
