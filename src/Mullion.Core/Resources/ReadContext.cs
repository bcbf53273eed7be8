namespace Mullion.Core.Resources;

/// <summary>What a check may know beside the host itself.</summary>
/// <param name="Owned">Whether Mullion made or changed the resource, as the journal tells.</param>
/// <param name="Actual">What Read found; null for nothing.</param>
public sealed record ReadContext(bool Owned, ResourceState? Actual);
