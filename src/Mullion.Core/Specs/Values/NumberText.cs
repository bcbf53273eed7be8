using System.Globalization;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A whole number in a range.</summary>
internal static class NumberText
{
    public static TextShape<int> Between(int least, int most) =>
        new(
            $"a number from {least} to {most}",
            text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
                    ? number
                    : new Refusal(
                        $"this is no whole number from {least} to {most}",
                        $"Write a number from {least} to {most}."
                    )
        )
        {
            Write = number => number.ToString(CultureInfo.InvariantCulture),
        };
}
