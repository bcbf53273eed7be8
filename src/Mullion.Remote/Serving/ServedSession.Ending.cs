namespace Mullion.Remote.Serving;

/// <summary>How a session ends: its client is gone for good, or says so, or the machine goes down.</summary>
internal sealed partial class ServedSession
{
    /// <summary>Stops what runs, awaits it, and gives the executor up.</summary>
    public async Task EndAsync()
    {
        Task tail;
        lock (_lock)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            _release?.Dispose();
            foreach (var call in _calls.Values.Where(c => c.Result is null))
            {
                call.Cancel();
            }

            tail = _tail;
        }

        await tail;
        // Nobody is left to hear of a failure: the host is down, or its client has gone.
        await GiveUpAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended();
    }

    private async Task GiveUpAsync() => await executor.DisposeAsync();

    /// <summary>A package that its client no longer sends is nothing that runs.</summary>
    private void WaitForClient()
    {
        var waitsForChunks = _calls.Values.Any(c => c is { Result: null, Package: not null });
        if (_connection is null && (_open == 0 || waitsForChunks) && !_ended)
        {
            _release?.Dispose();
            _release = options.Clock.CreateTimer(
                _ => Release(),
                null,
                options.ReleaseAfter,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    private void Release()
    {
        lock (_lock)
        {
            if (_connection is not null)
            {
                return;
            }
        }

        _ = EndAsync();
    }
}
