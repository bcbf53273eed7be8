using BenchmarkDotNet.Attributes;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Bench.Graphs;

/// <summary>The order of 1,000 steps that do nothing; a Swarm worker has fewer than 20.</summary>
public class StepGraphBenchmarks
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 1000).Select(i => $"step/{i}")];

    private static readonly Dictionary<string, string[]> InRow = Ids.Index()
        .ToDictionary(i => i.Item, i => i.Index == 0 ? [] : new[] { Ids[i.Index - 1] });

    private static readonly Dictionary<string, string[]> InLayers = Ids.Index()
        .ToDictionary(
            i => i.Item,
            i => i.Index < 10 ? [] : Ids[(i.Index / 10 * 10 - 10)..(i.Index / 10 * 10)]
        );

    /// <summary>Each after the one before.</summary>
    [Benchmark(Description = "order: 1,000 steps in a row")]
    public Task<int> Chain() => RunAsync(InRow);

    /// <summary>Ten at a time, each after all ten before.</summary>
    [Benchmark(Description = "order: 1,000 steps, ten at a time")]
    public Task<int> Layers() => RunAsync(InLayers);

    private static async Task<int> RunAsync(Dictionary<string, string[]> after)
    {
        var results = await StepGraph.RunAsync(
            Ids,
            id => after[id],
            id => Task.FromResult(new StepResult(id, StepStatus.Changed)),
            (_, _) => { },
            CancellationToken.None
        );
        return results.Count;
    }
}
