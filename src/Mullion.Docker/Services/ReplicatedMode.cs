namespace Mullion.Docker.Services;

/// <summary>A fixed number of tasks.</summary>
/// <param name="Replicas">How many.</param>
public sealed record ReplicatedMode(ulong Replicas);
