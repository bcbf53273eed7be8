using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The name of a network interface, which Windows lets people choose freely.</summary>
internal static class InterfaceNameText
{
    public static readonly TextShape<string> Shape = new(
        "the name of an interface",
        text =>
            text.Trim().Length == 0
                ? new Refusal(
                    "the name is empty",
                    "Write the name that Get-NetAdapter shows, such as Ethernet."
                )
                : text
    )
    {
        Examples = ["Ethernet"],
    };
}
