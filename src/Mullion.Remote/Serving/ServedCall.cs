using Mullion.Core.Convergence.Runs;
using Mullion.Remote.Protocol;

namespace Mullion.Remote.Serving;

/// <summary>A request that arrived, with all that its client has not confirmed yet. Guarded by its session's lock.</summary>
internal sealed class ServedCall(long id) : IDisposable
{
    private readonly List<WireEvent> _events = [];
    private readonly CancellationTokenSource _stop = new();

    public long Id => id;

    /// <summary>Null until it is done.</summary>
    public ServerFrame? Result { get; set; }

    /// <summary>What the client puts; null for other verbs.</summary>
    public PackageStream? Package { get; init; }

    public CancellationToken Stop => _stop.Token;

    public ServerFrame Add(NodeEvent e)
    {
        var wire = WireEvent.Of(_events.Count + 1, e);
        _events.Add(wire);
        return new ServerFrame { Id = id, Event = wire };
    }

    /// <summary>What a client that saw events up to a number has missed.</summary>
    public IEnumerable<ServerFrame> After(long seen)
    {
        foreach (var e in _events.Where(e => e.Seq > seen))
        {
            yield return new ServerFrame { Id = id, Event = e };
        }

        if (Result is not null)
        {
            yield return Result;
        }
        else if (Package?.Window is { } window)
        {
            yield return new ServerFrame { Id = id, Want = window };
        }
    }

    public void Cancel()
    {
        Package?.Fail(new OperationCanceledException("The client stopped the transfer."));
        // Not here: what waits for the token goes on with the executor's work, which must not happen under the lock.
        _ = _stop.CancelAsync();
    }

    public void Dispose() => _stop.Dispose();
}
