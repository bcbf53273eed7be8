namespace Mullion.Simulation.Time;

/// <summary>A timer of a <see cref="VirtualClock"/>; its fields are guarded by the clock's lock.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state)
    : ITimer
{
    private volatile bool _disposed;

    /// <summary>When it fires next; null when it does not.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>How often after that; zero or less for once.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>Keeps timers of the same moment in the order in which they were set.</summary>
    public long Sequence { get; set; }

    /// <summary>True when firing cancels a token.</summary>
    public bool IsTimeout => state is CancellationTokenSource;

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        clock.Schedule(this, dueTime, period);
        return true;
    }

    /// <summary>Runs the callback.</summary>
    public void Fire()
    {
        if (!_disposed)
        {
            callback(state);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        clock.Remove(this);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
