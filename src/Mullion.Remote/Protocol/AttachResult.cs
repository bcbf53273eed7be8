namespace Mullion.Remote.Protocol;

/// <summary>Result of <c>attach</c>: the requests that had arrived.</summary>
internal sealed record AttachResult(IReadOnlyList<long> Known);
