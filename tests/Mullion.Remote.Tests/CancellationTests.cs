using Mullion.Core.Convergence.Runs;
using Mullion.Remote.Tests.Support;

namespace Mullion.Remote.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_apply_returns_what_the_host_says_at_its_safe_point()
    {
        await using var rig = new Rig();
        var begun = new TaskCompletionSource();
        rig.Executor.Apply = async (_, events, stop) =>
        {
            var stopped = new TaskCompletionSource();
            await using var registered = stop.Register(() => stopped.SetResult());
            begun.SetResult();
            await stopped.Task;
            events.Report(Samples.Event(1));
            return new SegmentResult(RunStatus.Interrupted, []);
        };
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        using var cancel = new CancellationTokenSource();
        var log = new EventLog();

        var applying = remote.ApplyAsync(Samples.ApplyRequest, log, cancel.Token);
        await begun.Task;
        await cancel.CancelAsync();

        (await applying).Status.ShouldBe(RunStatus.Interrupted);
        log.Events.Count.ShouldBe(1);
        await remote.EndAsync("interrupted", default);
    }

    [Fact]
    public async Task A_cancel_that_was_lost_with_its_connection_is_sent_again()
    {
        await using var rig = new Rig();
        var begun = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        var cancel = new CancellationTokenSource();
        rig.Executor.Apply = async (_, _, stop) =>
        {
            await using var registered = stop.Register(() => stopped.SetResult());
            begun.SetResult();
            await stopped.Task;
            return new SegmentResult(RunStatus.Interrupted, []);
        };
        rig.BeforeDial = n =>
        {
            if (n == 1)
            {
                cancel.Cancel();
            }
        };
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);

        var applying = remote.ApplyAsync(Samples.ApplyRequest, new EventLog(), cancel.Token);
        await begun.Task;
        rig.Pipes[0].Cut();

        (await applying).Status.ShouldBe(RunStatus.Interrupted);
    }

    [Fact]
    public async Task A_cancelled_read_ends_as_cancelled()
    {
        await using var rig = new Rig();
        var asked = new TaskCompletionSource();
        rig.Executor.Else = async verb =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, rig.Clock, Stop.Token);
        };
        await using var remote = await rig.ConnectAsync();
        using var cancel = new CancellationTokenSource();

        var reading = remote.FactsAsync(cancel.Token);
        await asked.Task;
        await cancel.CancelAsync();
        await Stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
    }

    [Fact]
    public async Task A_cancelled_transfer_ends_as_cancelled_and_the_run_goes_on()
    {
        await using var rig = new Rig();
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        using var cancel = new CancellationTokenSource();
        var source = new StuckStream();

        var putting = remote.PutPackageAsync("aa", source, cancel.Token);
        await source.Asked.Task;
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(putting);
        await remote.EndAsync("interrupted", default);
    }

    private CancellationTokenSource Stop { get; } = new();
}
