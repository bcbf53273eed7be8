using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Lab.Hosts;

/// <summary>
/// The executor of a lab host. What it tells is on the lab's disk before anybody hears of it; a machine that went down tells
/// nothing.
/// </summary>
/// <param name="inner">The shipping executor.</param>
/// <param name="host">The host.</param>
internal sealed class LabExecutor(IExecutor inner, LabHost host) : IExecutor
{
    public Task<HostFacts> FactsAsync(CancellationToken cancellation) =>
        ToldAsync(inner.FactsAsync(cancellation));

    public Task<JournalView> JournalAsync(CancellationToken cancellation) =>
        ToldAsync(inner.JournalAsync(cancellation));

    public Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation) =>
        ToldAsync(inner.PlanAsync(blueprint, cancellation));

    public Task<Plan> PlanRemovalAsync(CancellationToken cancellation) =>
        ToldAsync(inner.PlanRemovalAsync(cancellation));

    public Task BeginAsync(RunRequest request, CancellationToken cancellation) =>
        ToldAsync(inner.BeginAsync(request, cancellation));

    public Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation) =>
        ToldAsync(inner.PutPackageAsync(sha256, content, cancellation));

    public Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    ) => ToldAsync(inner.ApplyAsync(request, new Saved(host, events), cancellation));

    public Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    ) => ToldAsync(inner.TakeBackAsync(request, new Saved(host, events), cancellation));

    public Task RecordAsync(JournalRecord record, CancellationToken cancellation) =>
        ToldAsync(inner.RecordAsync(record, cancellation));

    public async Task RebootAsync(CancellationToken cancellation)
    {
        try
        {
            await inner.RebootAsync(cancellation);
        }
        finally
        {
            host.RestartSoon();
        }
    }

    public Task EndAsync(string outcome, CancellationToken cancellation) =>
        ToldAsync(inner.EndAsync(outcome, cancellation));

    public Task CloseAsync(CancellationToken cancellation) =>
        ToldAsync(inner.CloseAsync(cancellation));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<T> ToldAsync<T>(Task<T> work)
    {
        var result = await work;
        host.Tell();
        return result;
    }

    private async Task ToldAsync(Task work)
    {
        await work;
        host.Tell();
    }

    private sealed class Saved(LabHost host, IProgress<NodeEvent> events) : IProgress<NodeEvent>
    {
        public void Report(NodeEvent value)
        {
            if (!host.IsDown)
            {
                host.Save();
                events.Report(value);
            }
        }
    }
}
