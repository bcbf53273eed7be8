using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Journals;

/// <summary>A resource that Mullion made or changed and has not taken back.</summary>
/// <param name="Resource">As it was last applied, or was going to be.</param>
/// <param name="Prior">What was there before the first change.</param>
/// <param name="Confirmed">Whether it was ever seen as wanted; false while a first change, or taking it back, was begun only.</param>
/// <param name="Applied">The state as last read after a change; null when there was none to read.</param>
public sealed record OwnedResource(
    Resource Resource,
    Prior Prior,
    bool Confirmed,
    ResourceState? Applied
);
