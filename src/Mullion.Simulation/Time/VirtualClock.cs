namespace Mullion.Simulation.Time;

/// <summary>
/// A clock for tests and the demo that needs no waiting: a <c>Task.Delay(…, clock)</c> moves the time on to its end at once
/// and is completed when it is returned.
/// </summary>
/// <remarks>
/// Only delays move the time. Timeouts (<see cref="CancellationTokenSource"/>, <c>WaitAsync</c>) and
/// <see cref="PeriodicTimer"/> merely fire when the time passes them, so a wait of one second in a loop that is limited to
/// five minutes ends as it would on a real machine, and a heartbeat on a <see cref="PeriodicTimer"/> runs in the background.
/// A loop of delays that never ends therefore never returns: background loops use <see cref="PeriodicTimer"/>.
/// </remarks>
/// <param name="start">The first moment; null for 2026-01-05 08:00 UTC.</param>
public sealed class VirtualClock(DateTimeOffset? start = null) : TimeProvider
{
    /// <summary>How long, in real time, a delay that a timeout overtook waits for its caller to see the cancellation.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private long _sequence;

    /// <summary>False to move the time by <see cref="Advance"/> only.</summary>
    public bool AutoAdvance { get; set; } = true;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the time on, firing the timers on the way in their order.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + by, null);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        if (AutoAdvance && DelayProbe.IsDelay(state) && timer.Due is { } due)
        {
            AdvanceTo(due, timer);
        }

        return timer;
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            timer.Due = null;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _now + dueTime;
                timer.Period = period;
                timer.Sequence = _sequence++;
                _timers.Add(timer);
            }
        }

        if (dueTime == TimeSpan.Zero)
        {
            AdvanceTo(GetUtcNow(), null);
        }
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            timer.Due = null;
        }
    }

    /// <summary>
    /// Fires what is due until <paramref name="target"/>. Callbacks run outside the lock and may create timers and delays of
    /// their own, which moves the time from inside: it only ever goes forward.
    /// </summary>
    private void AdvanceTo(DateTimeOffset target, VirtualTimer? delay)
    {
        while (Next(target) is { } timer)
        {
            timer.Fire();
            if (delay?.Due is not null && timer.IsTimeout)
            {
                // A timeout may belong to this delay, whose task is not yet bound to its token. Let the caller see the
                // cancellation first; if it was another's, the delay goes on.
                ThreadPool.RegisterWaitForSingleObject(
                    new ManualResetEvent(initialState: false),
                    (_, _) =>
                    {
                        if (delay.Due is { } due)
                        {
                            AdvanceTo(due, null);
                        }
                    },
                    null,
                    Grace,
                    executeOnlyOnce: true
                );
                return;
            }
        }

        lock (_lock)
        {
            _now = target > _now ? target : _now;
        }
    }

    private VirtualTimer? Next(DateTimeOffset target)
    {
        lock (_lock)
        {
            var next = _timers.MinBy(t => (t.Due, t.Sequence));
            if (next is null || next.Due > target)
            {
                return null;
            }

            _now = next.Due!.Value > _now ? next.Due.Value : _now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
                next.Sequence = _sequence++;
            }
            else
            {
                _timers.Remove(next);
                next.Due = null;
            }

            return next;
        }
    }
}
