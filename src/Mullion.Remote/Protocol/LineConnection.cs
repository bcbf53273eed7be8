using System.Threading.Channels;

namespace Mullion.Remote.Protocol;

/// <summary>
/// One connection: lines in, one after the other; lines out, in the order they were given, without waiting for the other side.
/// </summary>
internal sealed class LineConnection : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly LineReader _reader;
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _writing;
    private int _closed;

    public LineConnection(Stream stream)
    {
        _stream = stream;
        _reader = new LineReader(stream, ExecutorProtocol.MaxLineBytes);
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Sends a line, with its line feed. One that no longer goes out is lost, as on any connection.</summary>
    public void Send(byte[] line) => _outgoing.Writer.TryWrite(line);

    /// <inheritdoc cref="LineReader.ReadAsync"/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            _closing.Token
        );
        try
        {
            return await _reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            // A failed write closes the connection, and so may another thread: for the reader that is a broken connection.
            throw new IOException("the connection was closed", e);
        }
    }

    /// <summary>Sends what was given, then closes.</summary>
    public async Task FinishAsync()
    {
        _outgoing.Writer.TryComplete();
        await _writing;
        await DisposeAsync();
    }

    /// <summary>Closes at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return;
        }

        _outgoing.Writer.TryComplete();
        await _closing.CancelAsync();
        try
        {
            await _stream.DisposeAsync();
        }
        catch (IOException)
        {
            // A broken stream may say so once more; it is closed either way.
        }
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await foreach (var line in _outgoing.Reader.ReadAllAsync(_closing.Token))
            {
                await _stream.WriteAsync(line, _closing.Token);
                await _stream.FlushAsync(_closing.Token);
            }
        }
        catch (Exception)
        {
            // The reader of the connection learns it too, and it is the one who acts.
            await DisposeAsync();
        }
    }
}
