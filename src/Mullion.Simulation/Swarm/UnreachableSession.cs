namespace Mullion.Simulation.Swarm;

/// <summary>A worker that tries for ever.</summary>
internal sealed class UnreachableSession(SwarmIdentity identity) : ISwarmSession
{
    /// <inheritdoc/>
    public string State => "pending";

    /// <inheritdoc/>
    public string Error => "";

    /// <inheritdoc/>
    public SwarmIdentity Identity { get; } = identity;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
