using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Journals;

/// <summary>A resource that was Mullion's and was left to others.</summary>
/// <param name="Resource">As it was last applied: what it comes after on its host stays with it. Null when it was never Mullion's.</param>
/// <param name="Why">The reason, for people.</param>
public sealed record LeftResource(Resource? Resource, string Why);
