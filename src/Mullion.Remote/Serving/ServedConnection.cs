using Mullion.Remote.Protocol;

namespace Mullion.Remote.Serving;

/// <summary>One connection of a client.</summary>
internal sealed class ServedConnection(
    Stream stream,
    SessionTable sessions,
    ExecutorServerOptions options
) : IAsyncDisposable
{
    private readonly LineConnection _lines = new(stream);
    private readonly Lock _lock = new();
    private readonly HashSet<ServedSession> _sessions = [];
    private ServedSession? _reading;

    public void Send(ServerFrame frame)
    {
        var line = Wire.Line(frame);
        _lines.Send(
            line.Length <= ExecutorProtocol.MaxLineBytes ? line : Wire.Line(TooLong(frame, line))
        );
    }

    /// <summary>Another connection has taken a session over.</summary>
    public void Supersede() => _ = _lines.DisposeAsync().AsTask();

    public void Adopt(ServedSession session)
    {
        lock (_lock)
        {
            _sessions.Add(session);
        }
    }

    /// <summary>Serves until the connection ends.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            _lines.Send(Wire.Line(Hello.Ours(options.Protocol, sessions.Instance)));
            if (await _lines.ReadAsync(cancellation) is not { } first)
            {
                return;
            }

            Hello.Read(
                first,
                "the client",
                options.Protocol,
                "Use the same Mullion on both sides."
            );
            while (await _lines.ReadAsync(cancellation) is { } line)
            {
                Dispatch(Wire.Read<ClientFrame>(line.Span));
            }
        }
        catch (ExecutorProtocolException e)
        {
            Send(new ServerFrame { Error = WireError.Of(e) });
            await _lines.FinishAsync();
        }
        catch (Exception e)
            when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has gone; its run goes on.
        }
        finally
        {
            await LeaveAsync();
        }
    }

    public ValueTask DisposeAsync() => _lines.DisposeAsync();

    private void Dispatch(ClientFrame frame)
    {
        var session = frame.Run switch
        {
            null => _reading ??= sessions.Reading(),
            _ when frame.Verb == Verb.Begin => sessions.FindOrBegin(frame.Run),
            _ => sessions.Find(frame.Run),
        };
        if (session is null)
        {
            Send(ServedSession.Unknown(frame.Id));
            return;
        }

        switch (frame)
        {
            case { Chunk: { } chunk }:
                session.Chunk(this, frame.Id, chunk);
                break;
            case { Verb: Verb.Attach }:
                session.Attach(this, frame.Id, Wire.Read<AttachBody>(frame.Body));
                break;
            case { Verb: Verb.Cancel }:
                session.Cancel(Wire.Read<CancelBody>(frame.Body).Id);
                break;
            case { Verb: Verb.Release }:
                _ = ReleaseAsync(session, frame.Id);
                break;
            default:
                session.Submit(this, frame);
                break;
        }
    }

    private async Task ReleaseAsync(ServedSession session, long id)
    {
        await session.EndAsync();
        Send(new ServerFrame { Id = id, Result = Wire.Element(new Nothing()) });
    }

    private async Task LeaveAsync()
    {
        ServedSession[] all;
        lock (_lock)
        {
            all = [.. _sessions];
        }

        foreach (var session in all)
        {
            session.Detach(this);
        }

        if (_reading is not null)
        {
            await _reading.EndAsync();
        }
    }

    private static ServerFrame TooLong(ServerFrame frame, byte[] line) =>
        new()
        {
            Id = frame.Id,
            Error = WireError.Of(
                new ExecutorProtocolException(
                    $"The answer has {line.Length} bytes; a line of the executor protocol has at most {ExecutorProtocol.MaxLineBytes}."
                )
            ),
        };
}
