using BenchmarkDotNet.Attributes;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Tests.Convergence;

namespace Mullion.Bench.Lives;

/// <summary>One plan: the cluster inspected, the host read, the difference worked out.</summary>
public class PlanBenchmarks
{
    private Bed _bare = null!;
    private Bed _joined = null!;

    /// <summary>Makes a bare host and a joined one. Planning changes neither.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        _bare = Beds.Bare();
        _joined = Beds.Bare();
        Beds.Require(await _joined.ApplyAsync(), _joined);
    }

    /// <summary>Everything is to be made.</summary>
    [Benchmark(Description = "plan: bare 20348")]
    public async Task<Plan> PlanBare() => (await _bare.PlanAsync()).Plan;

    /// <summary>Nothing is to be done: what a drift check costs.</summary>
    [Benchmark(Description = "plan: joined 20348, nothing to do")]
    public async Task<Plan> PlanJoined() => (await _joined.PlanAsync()).Plan;

    /// <summary>Ends both.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _bare.Dispose();
        _joined.Dispose();
    }
}
