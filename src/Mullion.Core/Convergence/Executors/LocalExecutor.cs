using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Secrets;

namespace Mullion.Core.Convergence.Executors;

/// <summary>The executor on the host itself, or in process for a simulated one.</summary>
/// <param name="host">The host.</param>
public sealed class LocalExecutor(IHost host) : IExecutor
{
    private readonly ProviderSet _providers = Providers.For(host);
    private readonly OwnFolder _folder = new(host.Files);
    private IDisposable? _lock;
    private FileJournal? _journal;
    private RunRequest? _run;
    private bool _started;

    /// <inheritdoc/>
    public Task<HostFacts> FactsAsync(CancellationToken cancellation) =>
        new FactsReader(host).ReadAsync(Journal().Inventory, cancellation);

    /// <inheritdoc/>
    public Task<JournalView> JournalAsync(CancellationToken cancellation) =>
        Task.FromResult(new JournalView([.. Journal().Records]));

    /// <inheritdoc/>
    public Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation) =>
        new Planner(_providers).ApplyAsync(blueprint, Side.Host, Journal().Inventory, cancellation);

    /// <inheritdoc/>
    public Task<Plan> PlanRemovalAsync(CancellationToken cancellation) =>
        new Planner(_providers).RemoveAsync(Side.Host, Journal().Inventory, cancellation);

    /// <inheritdoc/>
    public Task BeginAsync(RunRequest request, CancellationToken cancellation)
    {
        RequireCluster(Journal().Inventory, request);
        host.Files.EnsureDirectory(HostPaths.Mullion);
        _lock =
            host.Files.TryLock(HostPaths.Lock, RunHolder.Text(request, host.Clock.GetUtcNow()))
            ?? throw RunHolder.UnderWay(host.Files);
        try
        {
            // Again, now that nobody can change it: another run may have ended in between.
            _journal = FileJournal.Open(host.Files, host.Clock);
            RequireCluster(_journal.Inventory, request);
        }
        catch
        {
            Release();
            throw;
        }

        _run = request;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        var path = ArchiveCache.PathOf(sha256);
        if (host.Files.Sha256(path) != sha256)
        {
            // Before the first byte: after a power cut the journal is what tells that there is something to clear away.
            Started();
            host.Files.EnsureDirectory(HostPaths.Cache);
            host.Files.WriteAtomically(path, content);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    )
    {
        Started();
        return Converger(request.Secrets, events).ApplyAsync(request.Resources, cancellation);
    }

    /// <inheritdoc/>
    public Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    )
    {
        Started();
        var owned = request.Ids.Select(id => Running().Inventory[id]).OfType<OwnedResource>();
        return Converger(SecretBag.Empty, events).TakeBackAsync([.. owned], cancellation);
    }

    /// <inheritdoc/>
    public Task RecordAsync(JournalRecord record, CancellationToken cancellation)
    {
        Started();
        Running().Add(record);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RebootAsync(CancellationToken cancellation)
    {
        Running().Add(new JournalRecord { Type = RecordType.Rebooting });
        host.System.Reboot("Mullion: a Windows feature needs a restart");
        Release();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task EndAsync(string outcome, CancellationToken cancellation)
    {
        // Before the end is recorded: a run that ended looks at nothing again.
        host.Files.DeleteTree(HostPaths.Cache);
        Started();
        Running().Add(new JournalRecord { Type = RecordType.RunEnded, Note = outcome });
        Release();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task CloseAsync(CancellationToken cancellation)
    {
        Running().Add(new JournalRecord { Type = RecordType.Tombstone });

        _folder.Empty();
        Release();
        _folder.Delete();
        return Task.CompletedTask;
    }

    /// <summary>Gives the host up if a run still has it; one that recorded nothing leaves no folder behind.</summary>
    public ValueTask DisposeAsync()
    {
        var untouched = _journal is { Records.Count: 0 };
        Release();
        try
        {
            if (untouched)
            {
                _folder.Delete();
            }
        }
        catch (Exception e) when (e is HostException or HostLostException)
        {
            // The folder is empty, and nobody waits for an answer any more.
        }

        return ValueTask.CompletedTask;
    }

    private FileJournal Journal() => _journal ?? FileJournal.Open(host.Files, host.Clock);

    private FileJournal Running() =>
        _journal ?? throw new InvalidOperationException("No run has the host: call BeginAsync.");

    /// <summary>The first record of a run is written with its first change, not before.</summary>
    private void Started()
    {
        if (_started)
        {
            return;
        }

        Running()
            .Add(
                new JournalRecord
                {
                    Type = RecordType.RunStarted,
                    Cluster = _run!.Cluster,
                    Node = _run.Node,
                    SpecDigest = _run.SpecDigest,
                    Note = $"{_run.Purpose} by {_run.By}",
                }
            );
        _started = true;
    }

    private Converger Converger(SecretBag secrets, IProgress<NodeEvent> events) =>
        new(
            _providers,
            Running(),
            secrets,
            (kind, id, message, fix) =>
                events.Report(
                    new NodeEvent(host.Clock.GetUtcNow(), _run!.Node, kind, id, message)
                    {
                        Fix = fix,
                    }
                )
        );

    private static void RequireCluster(Inventory inventory, RunRequest request)
    {
        if (inventory is { Cluster: { } owner, Closed: false } && owner != request.Cluster)
        {
            throw new MullionException(
                $"The host belongs to the cluster {owner} as {inventory.Node}, not to {request.Cluster}.",
                $"Remove it there first: mullion node remove {inventory.Node}."
            );
        }
    }

    private void Release()
    {
        _lock?.Dispose();
        _lock = null;
        _journal = null;
        _started = false;
    }
}
