using Mullion.Core;
using Mullion.Core.Convergence.Runs;
using Mullion.Remote.Tests.Support;

namespace Mullion.Remote.Tests;

public sealed class ClientsTests
{
    [Fact]
    public async Task Another_client_reads_while_a_run_is_under_way()
    {
        await using var rig = new Rig();
        var go = new TaskCompletionSource<SegmentResult>();
        rig.Executor.Apply = (_, _, _) => go.Task;
        await using var one = await rig.ConnectAsync();
        await using var two = await rig.ConnectAsync();
        await one.BeginAsync(Samples.Run, default);
        var applying = one.ApplyAsync(Samples.ApplyRequest, new EventLog(), default);

        (await two.FactsAsync(default)).ComputerName.ShouldBe("WIN-1");

        go.SetResult(Samples.Segment);
        await applying;
    }

    [Fact]
    public async Task A_second_run_is_refused_in_the_executors_words_and_the_first_goes_on()
    {
        await using var rig = new Rig();
        await using var one = await rig.ConnectAsync();
        await using var two = await rig.ConnectAsync();
        await one.BeginAsync(Samples.Run, default);
        rig.Executor.Else = verb =>
            verb == "begin"
                ? throw new MullionException("Another run has the host: apply by ann.", "Wait.")
                : Task.CompletedTask;

        var refused = await Should.ThrowAsync<MullionException>(
            two.BeginAsync(Samples.Run, default)
        );

        refused.Message.ShouldBe("Another run has the host: apply by ann.");
        await one.EndAsync("done", default);
        await Should.ThrowAsync<InvalidOperationException>(two.EndAsync("done", default));
    }

    [Fact]
    public async Task Records_sent_side_by_side_arrive_one_after_the_other()
    {
        await using var rig = new Rig();
        var inside = 0;
        rig.Executor.Else = async verb =>
        {
            if (verb == "record")
            {
                Interlocked.Increment(ref inside).ShouldBe(1);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        };
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    Task.Run(() => remote.RecordAsync(Samples.Journal.Records[0], default))
                )
        );

        rig.Executor.Verbs.Count(v => v == "record").ShouldBe(20);
    }
}
