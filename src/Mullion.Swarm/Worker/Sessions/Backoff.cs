namespace Mullion.Swarm.Worker.Sessions;

/// <summary>How long to wait before the next session: 100 ms doubling to 8 s, and at random within.</summary>
internal sealed class Backoff(Func<double> random)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private TimeSpan limit = Shortest;

    public TimeSpan Next()
    {
        var wait = limit * random();
        limit = limit * 2 < Longest ? limit * 2 : Longest;
        return wait;
    }

    /// <summary>The longest at once: managers refuse a fourth registration within 8 s.</summary>
    public TimeSpan NextAfterRateLimit()
    {
        limit = Longest;
        return Longest;
    }

    public void Reset() => limit = Shortest;
}
