namespace Mullion.Remote.Serving;

/// <summary>How a session ends: its client is gone for good, or says so, or the machine goes down.</summary>
internal sealed partial class ServedSession
{
    /// <summary>Stops what runs, awaits it, and gives the executor up. However often it is asked, it happens once.</summary>
    public Task EndAsync()
    {
        lock (_lock)
        {
            return End();
        }
    }

    /// <summary>From here on nobody is served. Under the lock.</summary>
    private Task End()
    {
        if (_ending is null)
        {
            _release?.Dispose();
            foreach (var call in _calls.Values.Where(c => c.Result is null))
            {
                call.Cancel();
            }

            // Not here: it goes on with the executor's work, which must not happen under the lock.
            var tail = _tail;
            _ending = Task.Run(() => GiveUpAsync(tail));
        }

        return _ending;
    }

    private async Task GiveUpAsync(Task tail)
    {
        await tail;
        // Nobody is left to hear of a failure: the host is down, or its client has gone.
        await DisposeExecutorAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended();
    }

    private async Task DisposeExecutorAsync() => await executor.DisposeAsync();

    /// <summary>A package that its client no longer sends is nothing that runs.</summary>
    private void WaitForClient()
    {
        var waitsForChunks = _calls.Values.Any(c => c is { Result: null, Package: not null });
        if (_connection is null && (_open == 0 || waitsForChunks) && _ending is null)
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

    /// <summary>Whether the client came back at the last moment, and that the run ends, is one decision.</summary>
    private void Release()
    {
        lock (_lock)
        {
            if (_connection is null)
            {
                _ = End();
            }
        }
    }
}
