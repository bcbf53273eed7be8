using Mullion.Core.Certificates;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The kind of a key.</summary>
internal static class KeyKindText
{
    private static readonly string[] Names = ["ecdsa", "rsa"];

    public static readonly TextShape<KeyKind> Shape = new("ecdsa or rsa", Parse)
    {
        Choices = Names,
        Write = kind => Names[(int)kind],
    };

    private static Parsed<KeyKind> Parse(string text) =>
        Array.IndexOf(Names, text) is >= 0 and var index
            ? (KeyKind)index
            : new Refusal("this is no kind of key", "Write ecdsa or rsa.");
}
