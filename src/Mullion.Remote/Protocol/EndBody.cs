namespace Mullion.Remote.Protocol;

/// <summary>Body of <c>end</c>.</summary>
internal sealed record EndBody(string Outcome);
