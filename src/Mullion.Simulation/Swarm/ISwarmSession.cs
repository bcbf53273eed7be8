namespace Mullion.Simulation.Swarm;

/// <summary>A simulated worker's life in a swarm. Disposing it is pulling the plug: the managers are not told.</summary>
public interface ISwarmSession : IAsyncDisposable
{
    /// <summary><c>pending</c> until the first session stands, then <c>active</c>; <c>error</c> when managers refuse it.</summary>
    string State { get; }

    /// <summary>Why the state is not <c>active</c>, as the real engine words it; empty when it is.</summary>
    string Error { get; }

    /// <summary>The identity as it is now: certificates may be renewed and managers change.</summary>
    SwarmIdentity Identity { get; }
}
