using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Core.Convergence.Executors;

/// <summary>The executor of a <see cref="GoneHost"/>: there is nothing on its side, and what is recorded is forgotten with the process.</summary>
internal sealed class GoneExecutor(
    string cluster,
    string node,
    List<JournalRecord> records,
    TimeProvider clock
) : IExecutor
{
    public Task<HostFacts> FactsAsync(CancellationToken cancellation) =>
        Task.FromResult(
            new HostFacts
            {
                ComputerName = node,
                Build = 0,
                Revision = 0,
                Edition = "",
                Core = false,
                Elevated = false,
                Processors = 0,
                MemoryBytes = 0,
                FreeDiskBytes = 0,
                Time = clock.GetUtcNow(),
                PendingReboot = [],
                Interfaces = [],
            }
        );

    public Task<JournalView> JournalAsync(CancellationToken cancellation) =>
        Task.FromResult(new JournalView([.. records]));

    public Task<Plan> PlanRemovalAsync(CancellationToken cancellation) =>
        Task.FromResult(new Plan(cluster, node, [], []));

    public Task BeginAsync(RunRequest request, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task RecordAsync(JournalRecord record, CancellationToken cancellation)
    {
        records.Add(record);
        return Task.CompletedTask;
    }

    public Task EndAsync(string outcome, CancellationToken cancellation) => Task.CompletedTask;

    public Task CloseAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A removal in which the host has no part never asks for these.

    public Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation) =>
        throw Gone();

    public Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation) =>
        throw Gone();

    public Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    ) => throw Gone();

    public Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    ) => throw Gone();

    public Task RebootAsync(CancellationToken cancellation) => throw Gone();

    private InvalidOperationException Gone() => new($"The host of {node} is gone.");
}
