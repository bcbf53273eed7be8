using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>Whether a node takes tasks when it joins.</summary>
internal static class AvailabilityText
{
    private static readonly string[] Names = ["active", "pause", "drain"];

    public static readonly TextShape<NodeAvailability> Shape = new("active, pause or drain", Parse)
    {
        Choices = Names,
        Write = Write,
    };

    public static string Write(NodeAvailability value) => Names[(int)value];

    private static Parsed<NodeAvailability> Parse(string text)
    {
        var index = Array.IndexOf(Names, text);
        return index >= 0
            ? (NodeAvailability)index
            : new Refusal(
                "this is no availability",
                Suggestion.Find(text, Names) is { } likely
                    ? $"Did you mean {likely}?"
                    : "Write active, pause or drain."
            );
    }
}
