using Mullion.Core.Convergence.Executors;

namespace Mullion.Remote.Serving;

/// <summary>The runs of a server, by id, whether their clients are there or not.</summary>
internal sealed class SessionTable(
    Func<IExecutor> executors,
    ExecutorServerOptions options,
    Action hostLost
)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServedSession> _runs = [];
    private bool _stopped;

    /// <summary>Tells this life of the server from the next.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString("n");

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _runs.Count;
            }
        }
    }

    /// <summary>A session for what is only read; it ends with its connection.</summary>
    public ServedSession Reading() => new(executors(), options, hostLost, () => { });

    /// <summary>The run of an id; null when there is none.</summary>
    public ServedSession? Find(string run)
    {
        lock (_lock)
        {
            return _runs.GetValueOrDefault(run);
        }
    }

    /// <summary>The run of an id, made where there is none.</summary>
    public ServedSession FindOrBegin(string run)
    {
        lock (_lock)
        {
            if (_runs.TryGetValue(run, out var known))
            {
                return known;
            }

            ObjectDisposedException.ThrowIf(_stopped, this);
            return _runs[run] = new ServedSession(
                executors(),
                options,
                hostLost,
                () => Forget(run)
            );
        }
    }

    public async Task StopAsync()
    {
        ServedSession[] all;
        lock (_lock)
        {
            _stopped = true;
            all = [.. _runs.Values];
        }

        await Task.WhenAll(all.Select(s => s.EndAsync()));
    }

    private void Forget(string run)
    {
        lock (_lock)
        {
            _runs.Remove(run);
        }
    }
}
