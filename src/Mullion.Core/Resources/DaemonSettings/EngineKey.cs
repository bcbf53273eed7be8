namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>A setting of dockerd on Windows.</summary>
/// <param name="Name">Its key in <c>daemon.json</c>, such as <c>hosts</c>.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Flag">The same as an argument, without dashes, such as <c>host</c>.</param>
/// <param name="Letter">The short form of the argument; null when it has none.</param>
public sealed record EngineKey(string Name, EngineKeyKind Kind, string Flag, char? Letter = null);
