using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Remote.Tests.Support;

namespace Mullion.Remote.Tests;

public sealed class LostConnectionTests
{
    private static readonly byte[] Package = Bytes(700_000);

    [Fact]
    public async Task A_run_that_is_cut_at_any_byte_does_everything_once()
    {
        var whole = await RunAsync([]);
        for (var at = 0; at <= whole; at++)
        {
            await RunAsync([at]);
        }
    }

    [Fact]
    public async Task A_run_that_is_cut_again_and_again_does_everything_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            await RunAsync([.. Enumerable.Range(0, 12).Select(_ => random.Next(200, 1500))]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(600_000)]
    public async Task A_package_whose_transfer_is_cut_arrives_whole(int at)
    {
        var arrived = new MemoryStream();
        await using var rig = new Rig(
            new FakeExecutor
            {
                Put = (_, content) =>
                {
                    content.CopyTo(arrived);
                    return Task.CompletedTask;
                },
            }
        );
        rig.Budgets.Enqueue(800 + at);
        rig.Budgets.Enqueue(400_000);
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);

        await remote.PutPackageAsync("aa", new MemoryStream(Package), default);

        arrived.ToArray().ShouldBe(Package);
        rig.Executor.Verbs.ShouldBe(["begin", "put"]);
    }

    [Fact]
    public async Task What_happened_while_the_connection_was_gone_is_told_once_it_is_back()
    {
        var cut = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var rig = new Rig();
        rig.Executor.Apply = async (_, events, _) =>
        {
            events.Report(Samples.Event(1));
            await go.Task;
            events.Report(Samples.Event(2));
            events.Report(Samples.Event(3));
            return Samples.Segment;
        };
        rig.BeforeDial = n =>
        {
            if (n == 1)
            {
                cut.TrySetResult();
                throw new IOException("still away");
            }
        };
        var log = new EventLog { Then = _ => rig.Pipes[0].Cut() };
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);

        var applying = remote.ApplyAsync(Samples.ApplyRequest, log, default);
        await cut.Task;
        rig.BeforeDial = n => log.Then = _ => { };
        go.SetResult();

        (await applying).Steps.Count.ShouldBe(Samples.Segment.Steps.Count);
        log.Events.ShouldBe([Samples.Event(1), Samples.Event(2), Samples.Event(3)]);
    }

    [Fact]
    public async Task A_host_that_stays_away_is_lost_after_a_minute()
    {
        await using var rig = new Rig();
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        var never = new TaskCompletionSource<SegmentResult>();
        rig.Executor.Apply = (_, _, stop) => never.Task.WaitAsync(stop);
        rig.BeforeDial = _ =>
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(7));
            throw new IOException("no route to host");
        };

        var applying = remote.ApplyAsync(Samples.ApplyRequest, new EventLog(), default);
        rig.Pipes[0].Cut();

        var lost = await Should.ThrowAsync<HostLostException>(applying);
        lost.Message.ShouldContain("lab:win-1 has been out of reach for 60 s");
        lost.Message.ShouldContain("no route to host");
        (await Should.ThrowAsync<HostLostException>(remote.EndAsync("done", default))).ShouldBe(
            lost
        );
    }

    [Fact]
    public async Task A_host_that_restarted_in_the_middle_says_so()
    {
        await using var rig = new Rig();
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        var begun = new TaskCompletionSource();
        rig.Executor.Apply = async (_, _, stop) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, rig.Clock, stop);
            return Samples.Segment;
        };

        var applying = remote.ApplyAsync(Samples.ApplyRequest, new EventLog(), default);
        await begun.Task;
        await rig.RestartAsync();

        var lost = await Should.ThrowAsync<HostLostException>(applying);
        lost.Message.ShouldContain("restarted in the middle");
    }

    [Fact]
    public async Task A_restart_that_was_asked_for_is_no_loss()
    {
        await using var rig = new Rig();
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        var asked = new TaskCompletionSource();
        rig.Executor.Else = verb =>
        {
            if (verb == "reboot")
            {
                asked.SetResult();
                throw new HostLostException("down");
            }

            return Task.CompletedTask;
        };

        var rebooting = remote.RebootAsync(default);
        await asked.Task;
        await rig.RestartAsync();

        await rebooting;
    }

    [Fact]
    public async Task A_machine_that_goes_down_answers_nobody()
    {
        await using var rig = new Rig();
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        rig.Executor.Apply = (_, _, _) => throw new HostLostException("power cut");

        var lost = await Should.ThrowAsync<HostLostException>(
            remote.ApplyAsync(Samples.ApplyRequest, new EventLog(), default)
        );

        lost.Message.ShouldNotContain("power cut");
    }

    [Fact]
    public async Task A_run_without_client_gives_the_host_up_after_a_minute()
    {
        await using var rig = new Rig();
        rig.BeforeDial = n =>
        {
            if (n > 0)
            {
                throw new IOException("away");
            }
        };
        var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        rig.Pipes[0].Cut();
        await rig.Clock.WaitForTimerAsync(TimeSpan.FromMinutes(1));

        rig.Clock.Advance(TimeSpan.FromSeconds(59));
        rig.Executor.Disposed.ShouldBeFalse();
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await Until(() => rig.Executor.Disposed);

        // The executor is given up first, then the run is forgotten.
        await Until(() => rig.Server.Runs == 0);
        await remote.DisposeAsync();
    }

    [Fact]
    public async Task A_run_that_works_is_not_given_up_and_its_result_waits()
    {
        await using var rig = new Rig { ReconnectLimit = TimeSpan.FromMinutes(5) };
        var away = true;
        var tried = new TaskCompletionSource();
        var done = new TaskCompletionSource<SegmentResult>();
        rig.Executor.Apply = (_, _, stop) => done.Task.WaitAsync(stop);
        rig.BeforeDial = n =>
        {
            if (n > 0 && Volatile.Read(ref away))
            {
                tried.TrySetResult();
                throw new IOException("away");
            }
        };
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        var applying = remote.ApplyAsync(Samples.ApplyRequest, new EventLog(), default);
        await Until(() => rig.Executor.Verbs.Contains("apply"));
        rig.Pipes[0].Cut();
        await tried.Task;

        rig.Clock.Advance(TimeSpan.FromSeconds(120));
        done.SetResult(Samples.Segment);
        Volatile.Write(ref away, false);

        (await applying).Status.ShouldBe(RunStatus.Failed);
        rig.Executor.Disposed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_that_comes_back_while_its_run_is_given_up_hears_so()
    {
        await using var rig = new Rig { ReconnectLimit = TimeSpan.FromMinutes(5) };
        var letting = new TaskCompletionSource();
        rig.Executor.Letting = letting.Task;
        var away = true;
        rig.BeforeDial = n =>
        {
            if (n > 0 && Volatile.Read(ref away))
            {
                throw new IOException("away");
            }
        };
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        rig.Pipes[0].Cut();
        await rig.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(60));
        rig.Clock.Advance(TimeSpan.FromSeconds(60));
        await Until(() => rig.Executor.Verbs.Contains("dispose"));

        Volatile.Write(ref away, false);
        var lost = await Should.ThrowAsync<HostLostException>(
            remote.EndAsync("done", default).WaitAsync(TimeSpan.FromSeconds(20))
        );

        lost.Message.ShouldContain("lab:win-1 gave the run up");
        letting.SetResult();
    }

    [Fact]
    public async Task Disposing_the_client_gives_the_host_up_at_once()
    {
        await using var rig = new Rig();
        var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);

        await remote.DisposeAsync();

        rig.Executor.Disposed.ShouldBeTrue();
        rig.Server.Runs.ShouldBe(0);
    }

    /// <summary>A run over connections with the given budgets; returns the bytes that passed.</summary>
    private static async Task<int> RunAsync(int[] budgets)
    {
        var log = new EventLog();
        await using var rig = new Rig();
        rig.Executor.Apply = async (_, events, _) =>
        {
            for (var i = 1; i <= 5; i++)
            {
                events.Report(Samples.Event(i));
                await Task.Yield();
            }

            return Samples.Segment;
        };
        foreach (var budget in budgets)
        {
            rig.Budgets.Enqueue(budget);
        }

        await using var remote = await FirstAsync(rig);
        (await remote.FactsAsync(default)).BootId.ShouldBe("b1");
        await remote.BeginAsync(Samples.Run, default);
        var result = await remote.ApplyAsync(Samples.ApplyRequest, log, default);
        await remote.RecordAsync(Samples.Journal.Records[0], default);
        await remote.EndAsync("done", default);

        var told = string.Join(',', budgets);
        result.Steps.Count.ShouldBe(Samples.Segment.Steps.Count, told);
        log.Events.ShouldBe(Enumerable.Range(1, 5).Select(i => Samples.Event(i)), told);
        rig.Executor.Verbs.Where(v => v is not ("facts" or "dispose"))
            .ShouldBe(["begin", "apply", "record", "end"], told);
        return rig.Pipes.Sum(p => p.Passed);
    }

    /// <summary>The first connection is tried once; the user would try again.</summary>
    private static async Task<RemoteExecutor> FirstAsync(Rig rig)
    {
        while (true)
        {
            try
            {
                return await rig.ConnectAsync();
            }
            catch (HostLostException) { }
        }
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
