using Mullion.Integration.Tests.RealDocker;
using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Integration.Tests.Contract;

/// <summary>A real manager, as the contract sees it.</summary>
internal sealed class RealContractManager(RealSwarm swarm, bool own) : IContractManager
{
    public string EngineSocket => swarm.Endpoint.Path;

    public string ClusterAddress => swarm.ManagerAddress;

    public TimeProvider Clock => TimeProvider.System;

    /// <summary>The one that all tests share, and leave as they found it.</summary>
    public static async Task<IContractManager> StartAsync(SharedSwarm shared) =>
        new RealContractManager(await shared.GetAsync(), own: false);

    /// <summary>One that is stopped after the test.</summary>
    public static async Task<IContractManager> StartOwnAsync() =>
        new RealContractManager(await RealSwarm.StartAsync(), own: true);

    public Task<T> BecomesAsync<T>(Func<Task<T>> look, Func<T, bool> wanted, string what) =>
        Eventually.BecomesAsync(look, wanted, what);

    /// <summary>Real time passes while the test looks.</summary>
    public Task PassHeartbeatsAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => own ? swarm.DisposeAsync() : ValueTask.CompletedTask;
}
