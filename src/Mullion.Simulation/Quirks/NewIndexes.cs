namespace Mullion.Simulation.Quirks;

/// <summary>Interface indexes are dealt out anew at every boot.</summary>
internal static class NewIndexes
{
    public static readonly Quirk Quirk = new(
        "new-indexes",
        "An interface has another index after a boot.",
        "facts on HNS, section 8: anything keyed by index must be read again; the indexes in the captures are all over the place"
    );
}
