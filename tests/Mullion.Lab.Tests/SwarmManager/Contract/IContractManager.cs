namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>A Swarm manager, simulated or real, as the contract's tests see it.</summary>
public interface IContractManager : IAsyncDisposable
{
    /// <summary>Path of the unix socket of its Engine API.</summary>
    string EngineSocket { get; }

    /// <summary>Where workers join, <c>host:port</c>.</summary>
    string ClusterAddress { get; }

    /// <summary>The clock that workers live by.</summary>
    TimeProvider Clock { get; }

    /// <summary>Waits until an answer is as wanted: by events where the manager is ours, by looking again where it is not.</summary>
    Task<T> BecomesAsync<T>(Func<Task<T>> look, Func<T, bool> wanted, string what);

    /// <summary>Lets more time pass than a worker may be silent.</summary>
    Task PassHeartbeatsAsync();
}
