using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Remote.Protocol;

namespace Mullion.Remote.Serving;

/// <summary>
/// One executor and the requests to it, done one after the other in the order of their arrival. A run's session outlives its
/// connection; what happened meanwhile is kept until a client has seen it.
/// </summary>
internal sealed partial class ServedSession(
    IExecutor executor,
    ExecutorServerOptions options,
    Action hostLost,
    Action ended
)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, ServedCall> _calls = [];
    private ServedConnection? _connection;
    private ITimer? _release;
    private Task _tail = Task.CompletedTask;
    private int _open;
    private Task? _ending;

    /// <summary>The answer to whatever is asked of a run that is not, or no longer, there.</summary>
    public static ServerFrame Unknown(long id) =>
        new()
        {
            Id = id,
            Error = new WireError(WireError.UnknownRun, "The executor knows no such run.", null),
        };

    /// <summary>A connection takes the session over; what an older one still says is ignored.</summary>
    /// <exception cref="ExecutorProtocolException">The body is none.</exception>
    public void Attach(ServedConnection connection, long id, AttachBody body)
    {
        // What JSON leaves out is null, whatever the record promises.
        if (body.Calls?.Contains(null!) is not false)
        {
            throw Wire.Broken("attach without calls");
        }

        lock (_lock)
        {
            if (_ending is not null)
            {
                connection.Send(Unknown(id));
                return;
            }

            TakeOver(connection);
            var known = body.Calls.Where(c => _calls.ContainsKey(c.Id)).ToList();
            var result = new AttachResult([.. known.Select(c => c.Id)]);
            connection.Send(new ServerFrame { Id = id, Result = Wire.Element(result) });
            foreach (var frame in known.SelectMany(c => _calls[c.Id].After(c.Seen)))
            {
                connection.Send(frame);
            }
        }
    }

    /// <summary>Does a request; one that is known already is answered from what is known.</summary>
    public void Submit(ServedConnection connection, ClientFrame frame)
    {
        lock (_lock)
        {
            if (_ending is not null)
            {
                connection.Send(Unknown(frame.Id));
                return;
            }

            if (_connection is null)
            {
                TakeOver(connection);
            }

            if (_connection != connection)
            {
                return;
            }

            Forget(frame.Acked);
            if (_calls.TryGetValue(frame.Id, out var known))
            {
                known.After(seen: 0).ToList().ForEach(connection.Send);
                return;
            }

            var call = Make(frame);
            _calls[frame.Id] = call;
            _open++;
            _tail = DoAfterAsync(_tail, call, frame);
        }
    }

    /// <summary>A part of a package; what belongs to no request is ignored.</summary>
    /// <exception cref="ExecutorProtocolException">It has no data, or more than was asked for.</exception>
    public void Chunk(ServedConnection connection, long id, PutChunk chunk)
    {
        if (chunk.Data is null)
        {
            throw Wire.Broken("a chunk without data");
        }

        lock (_lock)
        {
            if (_connection == connection && _calls.GetValueOrDefault(id) is { Result: null } call)
            {
                call.Package?.Write(chunk);
            }
        }
    }

    public void Cancel(long id)
    {
        lock (_lock)
        {
            if (_calls.GetValueOrDefault(id) is { Result: null } call)
            {
                call.Cancel();
            }
        }
    }

    /// <summary>The connection is gone: if nothing runs, the clock runs.</summary>
    public void Detach(ServedConnection connection)
    {
        lock (_lock)
        {
            if (_connection == connection)
            {
                _connection = null;
                WaitForClient();
            }
        }
    }

    private ServedCall Make(ClientFrame frame) =>
        new(frame.Id)
        {
            Package =
                frame.Verb == Verb.Put
                    ? new PackageStream(w => Tell(new ServerFrame { Id = frame.Id, Want = w }))
                    : null,
        };

    private async Task DoAfterAsync(Task before, ServedCall call, ClientFrame frame)
    {
        await before;
        await Task.Yield();
        try
        {
            call.Stop.ThrowIfCancellationRequested();
            var value = await Requests.DoAsync(
                executor,
                frame,
                call.Package,
                new Told(this, call),
                call.Stop
            );
            Finish(call, new ServerFrame { Id = call.Id, Result = value });
        }
        catch (HostLostException)
        {
            // A machine that is down answers nobody, and forgets what it ran.
            hostLost();
            Finish(call, new ServerFrame { Id = call.Id });
            _ = EndAsync();
        }
        catch (Exception e)
        {
            Finish(call, new ServerFrame { Id = call.Id, Error = WireError.Of(e) });
        }
    }

    private void Finish(ServedCall call, ServerFrame result)
    {
        lock (_lock)
        {
            call.Result = result;
            _open--;
            _connection?.Send(result);
            WaitForClient();
        }
    }

    private void Tell(ServerFrame frame)
    {
        lock (_lock)
        {
            _connection?.Send(frame);
        }
    }

    private void TakeOver(ServedConnection connection)
    {
        _release?.Dispose();
        _release = null;
        if (_connection != connection)
        {
            _connection?.Supersede();
            _connection = connection;
            connection.Adopt(this);
        }
    }

    private void Forget(long acked)
    {
        var seen = _calls.Values.TakeWhile(c => c.Id <= acked && c.Result is not null).ToList();
        foreach (var call in seen)
        {
            _calls.Remove(call.Id);
            call.Dispose();
        }
    }

    private sealed class Told(ServedSession session, ServedCall call) : IProgress<NodeEvent>
    {
        public void Report(NodeEvent value)
        {
            lock (session._lock)
            {
                var frame = call.Add(value);
                session._connection?.Send(frame);
            }
        }
    }
}
