namespace Mullion.Core.Resources;

/// <summary>What was there before Mullion first touched a resource; enough to take it back without the spec.</summary>
/// <param name="State">The resource's own state; null when it was not there.</param>
/// <param name="Territory">
/// What existed of the places the resource claims for things it will make by itself (folders, HNS networks). What is listed
/// was somebody else's and stays.
/// </param>
public sealed record Prior(ResourceState? State, IReadOnlyList<string> Territory);
