using System.Globalization;
using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A version of UCP or MKE that has Windows workers and Swarm: 3.0 and later, before 4.</summary>
internal static partial class MkeVersionText
{
    private const string Pattern = "^3\\.[0-9]{1,2}\\.[0-9]{1,3}$";

    public static readonly TextShape<string> Shape = new("a version of UCP or MKE", Parse)
    {
        Pattern = Pattern,
        Examples = ["3.2.5"],
    };

    /// <summary>The second number of a version.</summary>
    public static int Minor(string version) =>
        int.Parse(version.Split('.')[1], CultureInfo.InvariantCulture);

    private static Parsed<string> Parse(string text) =>
        Version().IsMatch(text) ? text
        : text.StartsWith("4.", StringComparison.Ordinal)
            ? new Refusal(
                "MKE 4 has no Swarm and takes no Windows nodes",
                "Windows workers need MKE 3: write its version, such as 3.8.1."
            )
        : new Refusal(
            "this is not a version of UCP 3 or MKE 3",
            "Write all three numbers, such as 3.2.5."
        );

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
