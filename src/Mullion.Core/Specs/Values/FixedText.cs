using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A text of which this version knows exactly one: <c>apiVersion</c>, <c>kind</c>.</summary>
internal static class FixedText
{
    public static TextShape<string> Shape(string only) =>
        new(
            only,
            text =>
                text == only
                    ? text
                    : new Refusal($"this version of Mullion reads {only} only", $"Write {only}.")
        )
        {
            Choices = [only],
        };
}
