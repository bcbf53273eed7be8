using BenchmarkDotNet.Attributes;
using Mullion.Core.Tests.Convergence;

namespace Mullion.Bench.Lives;

/// <summary>
/// A node's whole life: plan, apply and removal of a Swarm worker, with the shipping code on a simulated host and against a
/// simulated manager. The clock is virtual: a restart or the wait until a node is down takes no real time, so this is what Mullion
/// itself costs, simulation included.
/// </summary>
public class LifeBenchmarks
{
    /// <summary>Windows Server 2022 without an engine: feature, restart, engine, firewall rules, join; and all of it back.</summary>
    [Benchmark(Description = "plan, apply, remove: bare 20348")]
    public Task BareLife() => LifeAsync(Beds.Bare());

    /// <summary>Windows Server 2019 with an engine that is there and stays: firewall rules, join; and back.</summary>
    [Benchmark(Description = "plan, apply, remove: adopting 17763")]
    public Task AdoptingLife() => LifeAsync(Beds.Adopting());

    private static async Task LifeAsync(Bed bed)
    {
        using (bed)
        {
            Beds.Require(await bed.ApplyAsync(), bed);
            Beds.Require(await bed.RemoveAsync(), bed);
        }
    }
}
