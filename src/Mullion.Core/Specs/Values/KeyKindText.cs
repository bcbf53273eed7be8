using Mullion.Core.Certificates;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The kind of a key.</summary>
internal static class KeyKindText
{
    public static readonly TextShape<KeyKind> Shape = ChoiceText.Shape<KeyKind>(
        "kind of key",
        "ecdsa",
        "rsa"
    );
}
