using Mullion.Core.Hosts;
using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Runs;

/// <summary>A restart of a host, seen from afar.</summary>
internal sealed class HostRestart(IHostLink link, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Waits until the host, which was told to restart, is back.</summary>
    /// <param name="bootId">The boot that it was in.</param>
    /// <param name="cancellation">Waits no longer.</param>
    /// <exception cref="MullionException">It did not come back in time.</exception>
    public Task WaitAsync(string bootId, CancellationToken cancellation) =>
        Poll.UntilAsync(
            clock,
            Limit,
            () => BootIdAsync(cancellation),
            id => id is not null && id != bootId,
            _ => $"{link.Name} did not come back within {Limit.TotalMinutes:0} minutes.",
            cancellation
        );

    private async Task<string?> BootIdAsync(CancellationToken cancellation)
    {
        try
        {
            await using var executor = await link.ConnectAsync(cancellation);
            return (await executor.FactsAsync(cancellation)).BootId;
        }
        catch (HostLostException)
        {
            return null;
        }
    }
}
