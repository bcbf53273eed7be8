using System.Reflection;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;

namespace Mullion.Core.Tests.Convergence;

public sealed class ExecutorJournalTests
{
    private const int Threads = 4;
    private const int Each = 2000;

    [Fact]
    public async Task Steps_that_run_side_by_side_lose_nothing_of_each_other()
    {
        var journal = new ExecutorJournal(
            DispatchProxy.Create<IExecutor, Recorder>(),
            Inventory.Empty
        );
        IJournal all = journal;
        using var start = new Barrier(Threads);

        await Task.WhenAll(
            Enumerable
                .Range(0, Threads)
                .Select(t =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait();
                            for (var i = 0; i < Each; i++)
                            {
                                var node = new NodeReady
                                {
                                    Name = $"win-{t}-{i}",
                                    Heading = Heading.Verify,
                                };
                                all.PriorAsync(node, new Prior(null, [])).GetAwaiter().GetResult();
                            }
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
        );

        journal.Inventory.Resources.Count.ShouldBe(Threads * Each);
    }

    /// <summary>An executor that takes records at once, and keeps nobody waiting.</summary>
    public class Recorder : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Task.CompletedTask;
    }
}
