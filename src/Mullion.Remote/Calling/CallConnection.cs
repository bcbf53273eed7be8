using System.Text.Json;
using Mullion.Remote.Protocol;

namespace Mullion.Remote.Calling;

/// <summary>One connection to a server, from its handshake to its end.</summary>
internal sealed class CallConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly LineConnection _lines;
    private readonly TaskCompletionSource<JsonElement> _attached = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource _ended = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private long _attachId;

    private CallConnection(LineConnection lines, Hello hello)
    {
        _lines = lines;
        Instance = hello.Instance;
    }

    /// <summary>The server's life.</summary>
    public string? Instance { get; }

    /// <summary>Done when nothing more is heard of it.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Shakes hands.</summary>
    public static async Task<CallConnection> OpenAsync(
        Stream stream,
        string name,
        RemoteExecutorOptions options,
        CancellationToken cancellation
    )
    {
        var lines = new LineConnection(stream);
        using var limit = new CancellationTokenSource(Patience, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            limit.Token
        );
        try
        {
            lines.Send(Wire.Line(Hello.Ours(options.Protocol, null)));
            var first =
                await lines.ReadAsync(either.Token)
                ?? throw new IOException("the connection was closed before it said anything");
            return new CallConnection(
                lines,
                Hello.Read(first, name, options.Protocol, options.VersionFix)
            );
        }
        catch (Exception e)
        {
            await lines.DisposeAsync();
            if (e is OperationCanceledException && limit.IsCancellationRequested)
            {
                throw new IOException($"it said nothing for {Patience.TotalSeconds:0} s", e);
            }

            throw;
        }
    }

    public void Send(byte[] line) => _lines.Send(line);

    /// <summary>Hands every frame on until the connection ends; says why it did.</summary>
    public async Task<Exception> ListenAsync(Action<ServerFrame> hear)
    {
        Exception why;
        try
        {
            while (await _lines.ReadAsync(CancellationToken.None) is { } line)
            {
                Hear(Wire.Read<ServerFrame>(line.Span), hear);
            }

            why = new IOException("the connection was closed");
        }
        catch (Exception e)
            when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            why = new IOException($"the connection broke: {e.Message}", e);
        }
        catch (ExecutorProtocolException e)
        {
            why = e;
        }

        _attached.TrySetException(why);
        _ = _attached.Task.Exception;
        await DisposeAsync();
        _ended.TrySetResult();
        return why;
    }

    /// <summary>Takes a run over from an older connection.</summary>
    /// <returns>The requests that had arrived.</returns>
    /// <exception cref="UnknownRunException">The server does not know the run.</exception>
    public async Task<IReadOnlyList<long>> AttachAsync(
        long id,
        string run,
        IReadOnlyList<OpenCall> open,
        TimeProvider clock
    )
    {
        Volatile.Write(ref _attachId, id);
        _lines.Send(
            Wire.Line(
                new ClientFrame
                {
                    Id = id,
                    Verb = Verb.Attach,
                    Run = run,
                    Body = Wire.Element(new AttachBody(open)),
                }
            )
        );
        return Wire.Read<AttachResult>(await _attached.Task.WaitAsync(Patience, clock)).Known;
    }

    public ValueTask DisposeAsync() => _lines.DisposeAsync();

    private void Hear(ServerFrame frame, Action<ServerFrame> hear)
    {
        if (frame is { Id: 0, Error: { } refusal })
        {
            throw new ExecutorProtocolException(refusal.Message, refusal.Fix);
        }

        if (frame.Id != Volatile.Read(ref _attachId))
        {
            hear(frame);
        }
        else if (frame.Error is { } error)
        {
            _attached.TrySetException(
                error.Kind == WireError.UnknownRun ? new UnknownRunException() : error.ToException()
            );
        }
        else if (frame.Result is { } result)
        {
            _attached.TrySetResult(result);
        }
    }
}
