namespace Mullion.Lab;

/// <summary>The lab's simulated Swarm manager.</summary>
/// <param name="Endpoint">Its Engine API, for the spec's <c>manager</c>.</param>
/// <param name="ClusterAddress">Where workers join.</param>
public sealed record LabManagerStatus(string Endpoint, string ClusterAddress);
