using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Core.Convergence.Executors;

/// <summary>
/// Plans and applies on one host. In process, in the lab, and (later) over SSH or through an agent: always through this.
/// </summary>
public interface IExecutor : IAsyncDisposable
{
    /// <summary>What the host is.</summary>
    Task<HostFacts> FactsAsync(CancellationToken cancellation);

    /// <summary>What happened on the host, and what Mullion owns there.</summary>
    Task<JournalView> JournalAsync(CancellationToken cancellation);

    /// <summary>What bringing the host to a blueprint would do. Changes nothing.</summary>
    Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation);

    /// <summary>What taking back everything Mullion owns would do. Changes nothing.</summary>
    Task<Plan> PlanRemovalAsync(CancellationToken cancellation);

    /// <summary>Takes the host for one run: until <see cref="EndAsync"/>, no other run begins.</summary>
    /// <exception cref="MullionException">Another run has it, or it belongs to another cluster; named.</exception>
    Task BeginAsync(RunRequest request, CancellationToken cancellation);

    /// <summary>Carries an archive to the host's cache; one that is there already is not sent.</summary>
    Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation);

    /// <summary>Makes resources so.</summary>
    Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    );

    /// <summary>Takes resources back.</summary>
    Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    );

    /// <summary>Writes what happened to a resource of the cluster's side into the host's journal.</summary>
    Task RecordAsync(JournalRecord record, CancellationToken cancellation);

    /// <summary>Restarts the host, as the journal then tells. Returns when it is asked for.</summary>
    Task RebootAsync(CancellationToken cancellation);

    /// <summary>Ends the run with its outcome, as <see cref="RunOutcome"/> words it.</summary>
    Task EndAsync(string outcome, CancellationToken cancellation);

    /// <summary>
    /// Ends the last run of all, when nothing is owned any more: a tombstone is flushed, then journal and folder delete themselves.
    /// </summary>
    Task CloseAsync(CancellationToken cancellation);
}
