namespace Mullion.Integration.Tests.RealDocker;

/// <summary>
/// Waits for what a real, foreign program does in its own time: the one place where tests look again and again.
/// What runs in this process is waited for by events.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The first answer that is as wanted; fails with the last one after a minute.</summary>
    public static async Task<T> BecomesAsync<T>(
        Func<Task<T>> look,
        Func<T, bool> wanted,
        string what
    )
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(Interval);
        var last = await look();
        while (!wanted(last))
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail(
                    $"{what} did not happen within {Limit.TotalSeconds} s; last seen: {last}"
                );
            }

            last = await look();
        }

        return last;
    }
}
