using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// Anything goes wrong anywhere, several times, in apply and in removal. When it is over, one more run ends where an undisturbed
/// one would have ended.
/// </summary>
/// <remarks>
/// <c>MULLION_TEST_SOAK=1</c> runs 10,000 schedules from a new seed; <c>MULLION_TEST_SEED=N</c> runs schedule N alone and tells what
/// happened in it.
/// </remarks>
public sealed class RandomFaultTests(ITestOutputHelper output)
{
    private const int Batches = 10;
    private static readonly bool Soak = Variable("MULLION_TEST_SOAK") == "1";
    private static readonly int PerBatch = Soak ? 1000 : 50;
    private static readonly int First = Soak ? Random.Shared.Next(1_000_000_000) : 1;

    public static TheoryData<int> Seeds =>
        int.TryParse(Variable("MULLION_TEST_SEED"), out var one)
            ? [one]
            : [.. Enumerable.Range(0, Batches).Select(i => First + (i * PerBatch))];

    [Theory, MemberData(nameof(Seeds))]
    public async Task End_as_if_nothing_had_happened(int seed)
    {
        var alone = Variable("MULLION_TEST_SEED") is { Length: > 0 };
        var count = alone ? 1 : PerBatch;
        var failures = new ConcurrentDictionary<int, string>();
        var disturbed = 0;
        var watch = Stopwatch.StartNew();

        await Parallel.ForEachAsync(
            Enumerable.Range(seed, count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (s, _) =>
            {
                var schedule = new RandomSchedule(s);
                if (await schedule.RunAsync() is { } failure)
                {
                    failures[s] = failure;
                }

                if (schedule.Disturbed)
                {
                    Interlocked.Increment(ref disturbed);
                }

                if (alone)
                {
                    output.WriteLine(schedule.Told());
                }
            }
        );

        output.WriteLine(
            $"schedules {seed} to {seed + count - 1}: {watch.ElapsedMilliseconds} ms, {disturbed} disturbed, {failures.Count} failed"
        );
        failures.Count.ShouldBe(
            0,
            $"MULLION_TEST_SEED={failures.Keys.Order().FirstOrDefault()} runs one alone; failed: "
                + string.Join(", ", failures.Keys.Order())
                + "\n"
                + failures.OrderBy(f => f.Key).Select(f => f.Value).FirstOrDefault()
        );

        // Faults that miss prove nothing.
        disturbed.ShouldBeGreaterThan(alone ? -1 : count / 2);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
