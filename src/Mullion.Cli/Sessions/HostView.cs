using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Cli.Sessions;

/// <summary>A host as it is, and what happened on it; nothing of its cluster.</summary>
/// <param name="Facts">The host.</param>
/// <param name="Journal">What happened.</param>
internal sealed record HostView(HostFacts Facts, JournalView Journal)
{
    /// <summary>What Mullion owns there.</summary>
    public Inventory Inventory { get; } = Journal.Inventory();

    public static async Task<HostView> ReadAsync(IHostLink link, CancellationToken cancellation)
    {
        await using var executor = await link.ConnectAsync(cancellation);
        return new HostView(
            await executor.FactsAsync(cancellation),
            await executor.JournalAsync(cancellation)
        );
    }
}
