namespace Mullion.Docker.Json;

/// <summary>The version of a Swarm object: an update must name the one that it read, or is refused.</summary>
/// <param name="Index">Grows with every change.</param>
public sealed record ObjectVersion(ulong Index);
