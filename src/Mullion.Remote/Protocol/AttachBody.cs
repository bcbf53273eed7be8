namespace Mullion.Remote.Protocol;

/// <summary>Body of <c>attach</c>; the run stands in the frame.</summary>
internal sealed record AttachBody(IReadOnlyList<OpenCall> Calls);
