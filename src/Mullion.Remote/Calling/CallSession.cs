using System.Text.Json;
using Mullion.Core.Convergence.Runs;
using Mullion.Remote.Protocol;

namespace Mullion.Remote.Calling;

/// <summary>
/// The requests of one client, over as many connections as it takes. While a run has the host, or a request has no result, a
/// lost connection is made anew at once.
/// </summary>
internal sealed partial class CallSession(
    string name,
    Func<CancellationToken, Task<Stream>> dial,
    RemoteExecutorOptions options
) : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, PendingCall> _pending = [];
    private readonly CancellationTokenSource _closing = new();
    private CallConnection? _connection;
    private CallConnection? _attaching;
    private string? _instance;
    private string? _latest;
    private Exception? _breach;
    private Task? _recovery;
    private Exception? _lost;
    private string? _run;
    private bool _begun;
    private long _lastId;
    private int _breaches;

    /// <summary>The first connection.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (!Install(await DialAsync(cancellation), known: []))
        {
            throw new IOException("the connection was closed at once");
        }
    }

    public string NewRun()
    {
        lock (_lock)
        {
            _begun = false;
            return _run = Guid.NewGuid().ToString("n");
        }
    }

    public void EndRun()
    {
        lock (_lock)
        {
            _run = null;
        }
    }

    public PendingCall NewCall(
        string verb,
        string? run,
        JsonElement? body,
        IProgress<NodeEvent>? events
    ) => new(Interlocked.Increment(ref _lastId), verb, run, body, events);

    /// <summary>Sends a request and waits for its result, which comes also when it is cancelled.</summary>
    public async Task<JsonElement> CallAsync(PendingCall call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_lost is not null)
            {
                throw _lost;
            }

            _pending[call.Id] = call;
            if (_connection is { } connection)
            {
                connection.Send(call.Line(Acked(call)));
            }
            else
            {
                _recovery ??= Task.Run(RecoverAsync, CancellationToken.None);
            }
        }

        await using var asked = cancellation.Register(() => Cancel(call));
        try
        {
            return await call.Result;
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
    }

    public void SendChunk(PendingCall call, PutChunk chunk)
    {
        lock (_lock)
        {
            // While a run is being taken over, what the server wants comes before the connection is installed.
            (_connection ?? _attaching)?.Send(
                Wire.Line(
                    new ClientFrame
                    {
                        Id = call.Id,
                        Run = call.Run,
                        Chunk = chunk,
                    }
                )
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        CallConnection? connection;
        PendingCall? farewell = null;
        lock (_lock)
        {
            if (_closing.IsCancellationRequested)
            {
                return;
            }

            connection = _connection;
            if (connection is not null && _run is not null)
            {
                farewell = NewCall(Verb.Release, _run, null, null);
                _pending[farewell.Id] = farewell;
                connection.Send(farewell.Line(acked: 0));
            }

            _run = null;
        }

        if (farewell is not null)
        {
            await Task.WhenAny(
                farewell.Result,
                Task.Delay(Farewell, options.Clock, CancellationToken.None)
            );
        }

        await _closing.CancelAsync();
        FailAll(new ObjectDisposedException(nameof(RemoteExecutor)));
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private void Cancel(PendingCall call)
    {
        lock (_lock)
        {
            call.CancelAsked = true;
            if (_connection is { } connection)
            {
                connection.Send(CancelLine(call));
            }
            else if (call.Run is null)
            {
                _pending.Remove(call.Id);
                call.Fail(new OperationCanceledException());
            }
        }
    }

    private byte[] CancelLine(PendingCall call) =>
        Wire.Line(
            new ClientFrame
            {
                Id = Interlocked.Increment(ref _lastId),
                Verb = Verb.Cancel,
                Run = call.Run,
                Body = Wire.Element(new CancelBody(call.Id)),
            }
        );

    /// <summary>Every request of the run before this one has its result.</summary>
    private long Acked(PendingCall call) =>
        _pending.Values.Where(c => c.Run == call.Run).Min(c => c.Id) - 1;
}
