namespace Mullion.Remote.Protocol;

/// <summary>The result of what has none.</summary>
internal sealed record Nothing;
