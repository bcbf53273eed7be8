namespace Mullion.Remote.Protocol;

/// <summary>Body of <c>cancel</c>: the request to stop.</summary>
internal sealed record CancelBody(long Id);
