namespace Mullion.Core.Specs;

/// <summary>Who runs the cluster: the <c>orchestrator</c> section. This version knows Docker Swarm.</summary>
public sealed record OrchestratorSpec
{
    /// <summary>A Docker Swarm.</summary>
    public required SwarmSpec Swarm { get; init; }
}
