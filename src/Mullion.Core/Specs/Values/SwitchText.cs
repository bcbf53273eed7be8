using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>Yes or no.</summary>
internal static class SwitchText
{
    public static readonly TextShape<bool> Shape = new("true or false", Parse)
    {
        Choices = ["true", "false"],
        Write = value => value ? "true" : "false",
    };

    private static Parsed<bool> Parse(string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => new Refusal("this is neither true nor false", "Write true or false."),
        };
}
