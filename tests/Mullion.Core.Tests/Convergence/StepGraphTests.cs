using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Core.Tests.Convergence;

public sealed class StepGraphTests
{
    private readonly List<string> _order = [];

    [Fact]
    public async Task Independent_steps_run_side_by_side()
    {
        var both = new TaskCompletionSource();
        var started = 0;

        await RunAsync(
            ["a", "b"],
            _ => [],
            async id =>
            {
                if (++started == 2)
                {
                    both.SetResult();
                }

                // Neither can end before both have begun: run one after the other, this would never end.
                await both.Task;
                return Changed(id);
            }
        );

        started.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_step_stops_its_dependants_and_the_others_finish()
    {
        var results = await RunAsync(
            ["a", "b", "c", "d"],
            id =>
                id is "b" ? ["a"]
                : id is "c" ? ["b"]
                : [],
            id =>
                Task.FromResult(
                    id is "a" ? new StepResult(id, StepStatus.Failed, "broken") : Changed(id)
                )
        );

        results["b"].Status.ShouldBe(StepStatus.Skipped);
        results["c"].Status.ShouldBe(StepStatus.Skipped);
        results["c"].Message.ShouldBe("needs b");
        results["d"].Status.ShouldBe(StepStatus.Changed);
    }

    [Fact]
    public async Task A_cancelled_run_begins_nothing_new()
    {
        using var cancel = new CancellationTokenSource();

        var results = await StepGraph.RunAsync(
            ["a", "b"],
            id => id is "b" ? ["a"] : [],
            async id =>
            {
                await cancel.CancelAsync();
                return Changed(id);
            },
            (_, _) => { },
            cancel.Token
        );

        results["a"].Status.ShouldBe(StepStatus.Changed);
        results["b"].Status.ShouldBe(StepStatus.Interrupted);
        SegmentResult.Of(results.Values).Status.ShouldBe(RunStatus.Interrupted);
    }

    [Fact]
    public async Task When_the_host_is_lost_what_still_runs_ends_first()
    {
        var rest = new TaskCompletionSource<StepResult>();

        var run = RunAsync(
            ["a", "b", "c"],
            id => id is "c" ? ["b"] : [],
            id =>
                id is "a"
                    ? Task.FromException<StepResult>(new HostLostException("power"))
                    : rest.Task
        );

        run.IsCompleted.ShouldBeFalse();
        rest.SetResult(Changed("b"));
        (await Should.ThrowAsync<HostLostException>(() => run)).Message.ShouldBe("power");
        _order.ShouldBe(["a", "b"]);
    }

    private Task<IReadOnlyDictionary<string, StepResult>> RunAsync(
        IReadOnlyList<string> ids,
        Func<string, IEnumerable<string>> after,
        Func<string, Task<StepResult>> run
    ) =>
        StepGraph.RunAsync(
            ids,
            after,
            id =>
            {
                _order.Add(id);
                return run(id);
            },
            (_, _) => { },
            CancellationToken.None
        );

    private static StepResult Changed(string id) => new(id, StepStatus.Changed);
}
