using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// An executor at the far end of a connection: when that is cut, the host finishes what it was told, the answer is lost, and nothing
/// more comes through.
/// </summary>
internal sealed class CuttableExecutor(IExecutor inner, Func<bool> cut) : IExecutor
{
    public Task<HostFacts> FactsAsync(CancellationToken cancellation) =>
        Through(() => inner.FactsAsync(cancellation));

    public Task<JournalView> JournalAsync(CancellationToken cancellation) =>
        Through(() => inner.JournalAsync(cancellation));

    public Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation) =>
        Through(() => inner.PlanAsync(blueprint, cancellation));

    public Task<Plan> PlanRemovalAsync(CancellationToken cancellation) =>
        Through(() => inner.PlanRemovalAsync(cancellation));

    public Task BeginAsync(RunRequest request, CancellationToken cancellation) =>
        Through(() => inner.BeginAsync(request, cancellation));

    public Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation) =>
        Through(() => inner.PutPackageAsync(sha256, content, cancellation));

    public Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    ) => Through(() => inner.ApplyAsync(request, events, cancellation));

    public Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    ) => Through(() => inner.TakeBackAsync(request, events, cancellation));

    public Task RecordAsync(JournalRecord record, CancellationToken cancellation) =>
        Through(() => inner.RecordAsync(record, cancellation));

    public Task RebootAsync(CancellationToken cancellation) =>
        Through(() => inner.RebootAsync(cancellation));

    public Task EndAsync(string outcome, CancellationToken cancellation) =>
        Through(() => inner.EndAsync(outcome, cancellation));

    public Task CloseAsync(CancellationToken cancellation) =>
        Through(() => inner.CloseAsync(cancellation));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task Through(Func<Task> call) =>
        Through(async () =>
        {
            await call();
            return true;
        });

    private async Task<T> Through<T>(Func<Task<T>> call)
    {
        Check();
        var answer = await call();
        Check();
        return answer;
    }

    private void Check()
    {
        if (cut())
        {
            throw new HostLostException("the connection was cut");
        }
    }
}
