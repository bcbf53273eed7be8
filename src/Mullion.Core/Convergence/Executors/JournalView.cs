using Mullion.Core.Convergence.Journals;

namespace Mullion.Core.Convergence.Executors;

/// <summary>A host's journal as its executor sends it; the inventory follows from the records.</summary>
/// <param name="Records">All records, oldest first.</param>
public sealed record JournalView(IReadOnlyList<JournalRecord> Records)
{
    /// <summary>What Mullion owns on the host.</summary>
    public Inventory Inventory() =>
        Records.Aggregate(Journals.Inventory.Empty, (i, r) => i.After(r));
}
