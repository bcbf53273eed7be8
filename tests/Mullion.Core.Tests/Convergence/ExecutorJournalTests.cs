using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;

namespace Mullion.Core.Tests.Convergence;

public sealed class ExecutorJournalTests
{
    [Fact]
    public async Task Steps_that_run_side_by_side_lose_nothing_of_each_other()
    {
        var bed = new JournalBed();
        await using var executor = new LocalExecutor(bed.Host);
        await executor.BeginAsync(
            new RunRequest("apply", "shop", "win-1", null, "test"),
            CancellationToken.None
        );
        var journal = new ExecutorJournal(executor, Inventory.Empty);
        IJournal all = journal;

        await Parallel.ForAsync(
            0,
            400,
            async (i, _) =>
                await all.PriorAsync(
                    new NodeReady { Name = $"win-{i}", Heading = Heading.Verify },
                    new Prior(null, [])
                )
        );

        journal.Inventory.Resources.Count.ShouldBe(400);
    }
}
