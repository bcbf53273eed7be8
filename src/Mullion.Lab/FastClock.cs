namespace Mullion.Lab;

/// <summary>
/// A clock on which time passes faster than on the wall, for demos and tests of a whole lab: hosts, managers and whoever waits for
/// them must share it. Not for a lab whose engines join a real swarm, because the times would drift apart.
/// </summary>
/// <param name="factor">How many times as fast.</param>
public sealed class FastClock(double factor) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _origin = System.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => System.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        _start + (System.GetElapsedTime(_origin) * factor);

    /// <inheritdoc/>
    public override long GetTimestamp() =>
        _origin + (long)((System.GetTimestamp() - _origin) * factor);

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => new FastTimer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), Real);

    private TimeSpan Real(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / factor;

    private sealed class FastTimer(ITimer timer, Func<TimeSpan, TimeSpan> real) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(real(dueTime), real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
