namespace Mullion.Core.Resources;

/// <summary>What a check may know beside the host itself.</summary>
/// <param name="Owned">Whether Mullion made or changed the resource, as the journal tells.</param>
/// <param name="Actual">What Read found; null for nothing.</param>
/// <param name="Begun">Whether Mullion owns anything on the host: what is asked of a host before that, it had.</param>
public sealed record ReadContext(bool Owned, ResourceState? Actual, bool Begun);
