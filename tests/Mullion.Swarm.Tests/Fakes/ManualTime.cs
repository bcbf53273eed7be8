namespace Mullion.Swarm.Tests.Fakes;

/// <summary>A clock that stands still until it is moved. Tests wait until the code waits for it, then move it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> waiters = [];
    private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes once something waits for exactly this long from now.</summary>
    public Task WaitForTimerAsync(TimeSpan due)
    {
        lock (gate)
        {
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (timers.Any(t => t.Due == now + due))
            {
                set.SetResult();
            }
            else
            {
                waiters.Add((due, set));
            }

            return set.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(t => t.Due <= now).OrderBy(t => t.Due)];
            timers.RemoveAll(due.Contains);
        }

        due.ForEach(t => t.Fire());
    }

    /// <summary>Waits until something waits for this long, then lets that time pass.</summary>
    public async Task PassAsync(TimeSpan due)
    {
        await WaitForTimerAsync(due);
        Advance(due);
    }

    private void Set(ManualTimer timer, TimeSpan due)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = now + due;
            timers.Add(timer);
            foreach (var waiter in waiters.Where(w => w.Due == due).ToList())
            {
                waiters.Remove(waiter);
                waiter.Set.SetResult();
            }
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Set(this, dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
