using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;

namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// The host's journal, written from afar: what is done for a node in the cluster is recorded on its host, so that one journal
/// tells all.
/// </summary>
internal sealed class ExecutorJournal(IExecutor executor, Inventory inventory) : IJournal
{
    private readonly Lock _lock = new();

    public Inventory Inventory { get; private set; } = inventory;

    public async Task AddAsync(JournalRecord record)
    {
        // Not to be cancelled: what was done must be recorded.
        await executor.RecordAsync(record, CancellationToken.None);
        lock (_lock)
        {
            // Steps run side by side: none may overwrite what another has just added.
            Inventory = Inventory.After(record);
        }
    }
}
