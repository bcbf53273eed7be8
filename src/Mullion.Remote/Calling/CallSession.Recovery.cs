using Mullion.Core.Hosts;
using Mullion.Remote.Protocol;

namespace Mullion.Remote.Calling;

/// <summary>How a lost connection is made anew.</summary>
internal sealed partial class CallSession
{
    private const int BreachLimit = 3;

    private async Task<CallConnection> DialAsync(CancellationToken cancellation)
    {
        var stream = await dial(cancellation);
        var connection = await CallConnection.OpenAsync(stream, name, options, cancellation);
        _ = ListenAsync(connection);
        return connection;
    }

    private async Task ListenAsync(CallConnection connection)
    {
        var why = await connection.ListenAsync(Hear);
        lock (_lock)
        {
            if (why is ExecutorProtocolException)
            {
                _breaches++;
                _breach = why;
            }

            if (_connection == connection)
            {
                _connection = null;
            }

            var needed = _pending.Count > 0 || _run is not null;
            if (_connection is null && needed && !_closing.IsCancellationRequested)
            {
                _recovery ??= Task.Run(RecoverAsync, CancellationToken.None);
            }
        }
    }

    private async Task RecoverAsync()
    {
        var start = options.Clock.GetTimestamp();
        for (var wait = options.FirstWait; ; wait = Longer(wait))
        {
            Exception failure;
            try
            {
                if (_breaches >= BreachLimit)
                {
                    FailAll(_breach!);
                    return;
                }

                if (await ReconnectAsync())
                {
                    return;
                }

                failure = new IOException("the connection broke again at once");
            }
            catch (Exception e) when (e is ExecutorProtocolException or UnknownRunException)
            {
                FailAll(e is UnknownRunException ? Gone() : e);
                return;
            }
            catch (Exception e)
            {
                failure = e;
            }

            if (options.Clock.GetElapsedTime(start) >= options.ReconnectLimit)
            {
                FailAll(OutOfReach(failure));
                return;
            }

            await Task.Delay(wait, options.Clock, _closing.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_closing.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>One try. False when the new connection did not last.</summary>
    private async Task<bool> ReconnectAsync()
    {
        var connection = await DialAsync(_closing.Token);
        try
        {
            return Install(connection, await AttachAsync(connection)) || await EndAsync(connection);
        }
        catch
        {
            await EndAsync(connection);
            throw;
        }
    }

    /// <summary>Takes the run over to the new connection, if there is one.</summary>
    private async Task<IReadOnlyList<long>> AttachAsync(CallConnection connection)
    {
        string? run;
        bool begun;
        List<OpenCall> open;
        lock (_lock)
        {
            (run, begun) = (_run, _begun);
            (_attaching, _latest) = (connection, connection.Instance);
            open =
            [
                .. _pending.Values.Where(c => c.Run == run).Select(c => new OpenCall(c.Id, c.Seen)),
            ];
            foreach (var call in _pending.Values)
            {
                call.Package?.Pause();
            }
        }

        try
        {
            return run is null
                ? []
                : await connection.AttachAsync(
                    Interlocked.Increment(ref _lastId),
                    run,
                    open,
                    options.Clock
                );
        }
        catch (UnknownRunException) when (!begun)
        {
            // The server has not heard of a run because the request to begin it never arrived.
            return [];
        }
    }

    /// <summary>From now on the connection is the one; what had not arrived is sent again.</summary>
    private bool Install(CallConnection connection, IReadOnlyList<long> known)
    {
        lock (_lock)
        {
            if (connection.Ended.IsCompleted || _closing.IsCancellationRequested)
            {
                return false;
            }

            _connection = connection;
            _attaching = null;
            _instance = connection.Instance;
            _recovery = null;
            foreach (var call in _pending.Values)
            {
                if (!known.Contains(call.Id))
                {
                    connection.Send(call.Line(Acked(call)));
                }

                if (call.CancelAsked)
                {
                    connection.Send(CancelLine(call));
                }
            }

            return true;
        }
    }

    /// <summary>Nothing more may be heard of a connection before the next one is made.</summary>
    private static async Task<bool> EndAsync(CallConnection connection)
    {
        await connection.DisposeAsync();
        await connection.Ended;
        return false;
    }

    /// <summary>Fails what waits. A restart that was asked for is not failed by the loss of the host: it is what was wanted.</summary>
    private void FailAll(Exception why)
    {
        List<PendingCall> all;
        lock (_lock)
        {
            all = [.. _pending.Values];
            _pending.Clear();
            _lost = _run is null ? null : why;
            _recovery = null;
        }

        foreach (var call in all)
        {
            if (call.Verb == Verb.Reboot && why is HostLostException)
            {
                call.Done(Wire.Element(new Nothing()));
            }
            else
            {
                call.Fail(why);
            }
        }
    }

    private HostLostException Gone() =>
        new(
            _latest == _instance
                ? $"{name} gave the run up, because nobody asked for it for too long. Run the command again: it goes on from what the journal says."
                : $"{name} restarted in the middle. Run the command again: it goes on from what the journal says."
        );

    private HostLostException OutOfReach(Exception failure) =>
        new(
            $"{name} has been out of reach for {options.ReconnectLimit.TotalSeconds:0} s: {failure.Message.TrimEnd('.')}. What runs there goes on; run the command again when it is back.",
            failure
        );

    private TimeSpan Longer(TimeSpan wait) =>
        wait * 2 < options.LongestWait ? wait * 2 : options.LongestWait;
}
