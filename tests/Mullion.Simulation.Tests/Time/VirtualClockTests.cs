using Mullion.Simulation.Time;

namespace Mullion.Simulation.Tests.Time;

public class VirtualClockTests
{
    private readonly VirtualClock _clock = new();

    private TimeSpan Passed => _clock.GetUtcNow() - new VirtualClock().GetUtcNow();

    [Fact]
    public void A_delay_is_over_when_it_is_returned()
    {
        var delay = Task.Delay(TimeSpan.FromHours(3), _clock);

        delay.IsCompletedSuccessfully.ShouldBeTrue();
        Passed.ShouldBe(TimeSpan.FromHours(3));
    }

    [Fact]
    public void A_delay_with_a_token_is_over_when_it_is_returned()
    {
        using var source = new CancellationTokenSource();

        Task.Delay(TimeSpan.FromSeconds(1), _clock, source.Token)
            .IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_poll_within_a_timeout_ends_with_the_timeout()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5), _clock);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _clock, limit.Token);
            }
        });

        Passed.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_long_delay_is_cancelled_by_a_timeout_that_comes_first()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), _clock);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Task.Delay(TimeSpan.FromHours(1), _clock, limit.Token)
        );

        Passed.ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_delay_outlives_the_timeout_of_another()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), _clock);

        await Task.Delay(TimeSpan.FromHours(1), _clock);

        limit.IsCancellationRequested.ShouldBeTrue();
        Passed.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_wait_for_a_task_times_out_when_the_time_has_passed()
    {
        var never = new TaskCompletionSource();
        var wait = never.Task.WaitAsync(TimeSpan.FromSeconds(30), _clock);
        wait.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(30));

        await Should.ThrowAsync<TimeoutException>(() => wait);
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_moments()
    {
        var seen = new List<string>();
        using var late = Timer("late", 3, seen);
        using var early = Timer("early", 1, seen);
        using var repeated = _clock.CreateTimer(
            _ => seen.Add("each"),
            null,
            TimeSpan.FromSeconds(2),
            TimeSpan.FromSeconds(2)
        );

        _clock.Advance(TimeSpan.FromSeconds(5));

        seen.ShouldBe(["early", "each", "late", "each"]);
    }

    [Fact]
    public void A_delay_within_a_timer_moves_the_time_on_from_there()
    {
        var seen = new List<TimeSpan>();
        using var outer = _clock.CreateTimer(
            _ =>
            {
                Task.Delay(TimeSpan.FromSeconds(10), _clock).IsCompleted.ShouldBeTrue();
                seen.Add(Passed);
            },
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );

        _clock.Advance(TimeSpan.FromSeconds(2));

        seen.ShouldBe([TimeSpan.FromSeconds(11)]);
        Passed.ShouldBe(TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_heartbeat_on_a_periodic_timer_runs_beside_delays()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), _clock);
        var tick = timer.WaitForNextTickAsync();
        tick.IsCompleted.ShouldBeFalse();

        await Task.Delay(TimeSpan.FromSeconds(5), _clock);

        (await tick).ShouldBeTrue();
    }

    [Fact]
    public void Without_auto_advance_a_delay_waits()
    {
        _clock.AutoAdvance = false;
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _clock);
        delay.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(1));

        delay.IsCompleted.ShouldBeTrue();
    }

    private ITimer Timer(string name, int seconds, List<string> seen) =>
        _clock.CreateTimer(
            _ => seen.Add(name),
            null,
            TimeSpan.FromSeconds(seconds),
            Timeout.InfiniteTimeSpan
        );
}
