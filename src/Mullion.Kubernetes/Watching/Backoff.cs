namespace Mullion.Kubernetes.Watching;

/// <summary>Waits between attempts: 0.8 s, doubled each time up to 30 s, as client-go's reflectors.</summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private TimeSpan _next = First;

    public async Task WaitAsync(CancellationToken cancellation)
    {
        var wait = _next;
        _next = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, Longest.Ticks));
        await Task.Delay(wait, time, cancellation);
    }

    public void Reset() => _next = First;
}
