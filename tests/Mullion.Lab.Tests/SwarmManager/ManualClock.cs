namespace Mullion.Lab.Tests.SwarmManager;

/// <summary>A clock that stands until it is moved; timers fire on the thread that moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers];
        }

        due.ForEach(timer => timer.FireIfDue(now));
    }

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        private DateTimeOffset? next;
        private TimeSpan every;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            next = dueTime < TimeSpan.Zero ? null : clock.GetUtcNow() + dueTime;
            every = period;
            return true;
        }

        public void FireIfDue(DateTimeOffset at)
        {
            if (next <= at)
            {
                next = every > TimeSpan.Zero ? at + every : null;
                fire();
            }
        }

        public void Dispose() => clock.timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
