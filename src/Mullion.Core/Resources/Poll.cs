namespace Mullion.Core.Resources;

/// <summary>Waits for a state that comes by itself.</summary>
public static class Poll
{
    /// <summary>How often is looked.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Looks until a condition holds.</summary>
    /// <param name="clock">The clock that the wait runs on.</param>
    /// <param name="limit">How long at the most.</param>
    /// <param name="look">Reads the state.</param>
    /// <param name="done">Whether that is it.</param>
    /// <param name="late">What to say when the limit has passed, from the last state seen.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="fix">What to do about it then; null for what always helps.</param>
    /// <exception cref="MullionException">The limit has passed.</exception>
    public static Task<T> UntilAsync<T>(
        TimeProvider clock,
        TimeSpan limit,
        Func<T> look,
        Func<T, bool> done,
        Func<T, string> late,
        CancellationToken cancellation,
        string? fix = null
    ) => UntilAsync(clock, limit, () => Task.FromResult(look()), done, late, cancellation, fix);

    /// <inheritdoc cref="UntilAsync{T}(TimeProvider, TimeSpan, Func{T}, Func{T, bool}, Func{T, string}, CancellationToken, string)"/>
    public static async Task<T> UntilAsync<T>(
        TimeProvider clock,
        TimeSpan limit,
        Func<Task<T>> look,
        Func<T, bool> done,
        Func<T, string> late,
        CancellationToken cancellation,
        string? fix = null
    )
    {
        var seen = await ForAsync(clock, limit, look, done, cancellation);
        return done(seen)
            ? seen
            : throw new MullionException(
                late(seen),
                fix ?? "Look at the host, then run the command again: it goes on from here."
            );
    }

    /// <summary>Looks until a condition holds or the limit has passed; gives what was seen last.</summary>
    public static async Task<T> ForAsync<T>(
        TimeProvider clock,
        TimeSpan limit,
        Func<Task<T>> look,
        Func<T, bool> done,
        CancellationToken cancellation
    )
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var seen = await look();
            if (done(seen) || clock.GetElapsedTime(start) >= limit)
            {
                return seen;
            }

            await Task.Delay(Interval, clock, cancellation);
        }
    }
}
