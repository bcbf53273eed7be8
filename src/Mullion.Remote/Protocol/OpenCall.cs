namespace Mullion.Remote.Protocol;

/// <summary>A request without a result, in the body of <c>attach</c>.</summary>
/// <param name="Id">The request.</param>
/// <param name="Seen">Number of the last event that arrived; 0 for none.</param>
internal sealed record OpenCall(long Id, long Seen);
