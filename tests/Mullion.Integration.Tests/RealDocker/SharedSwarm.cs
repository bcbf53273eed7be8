namespace Mullion.Integration.Tests.RealDocker;

/// <summary>One real Swarm for all tests that leave it as they found it; started by the first that asks.</summary>
public sealed class SharedSwarm : IAsyncDisposable
{
    private readonly SemaphoreSlim once = new(1, 1);
    private RealSwarm? swarm;

    /// <summary>The Swarm; skips the test when none can be started here.</summary>
    public async Task<RealSwarm> GetAsync()
    {
        await once.WaitAsync();
        try
        {
            return swarm ??= await RealSwarm.StartAsync();
        }
        finally
        {
            once.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (swarm is not null)
        {
            await swarm.DisposeAsync();
        }

        once.Dispose();
    }
}
