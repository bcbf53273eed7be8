using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>Whether a node takes tasks when it joins.</summary>
internal static class AvailabilityText
{
    public static readonly TextShape<NodeAvailability> Shape = ChoiceText.Shape<NodeAvailability>(
        "availability",
        "active",
        "pause",
        "drain"
    );
}
