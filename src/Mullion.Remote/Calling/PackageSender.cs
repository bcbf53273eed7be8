using Mullion.Remote.Protocol;

namespace Mullion.Remote.Calling;

/// <summary>
/// Sends a package within the window that the server grants. Chunks are kept until the server has them, because the connection
/// may be cut; the source is read once.
/// </summary>
internal sealed class PackageSender(Stream content, Action<PutChunk> send) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<PutChunk> _kept = [];
    private long _read;
    private bool _atEnd;
    private volatile bool _paused;
    private volatile int _connection;
    private long _sent;

    /// <summary>Counts the connections; what an older one wanted no longer counts.</summary>
    public int Connection => _connection;

    /// <summary>The connection is gone: nothing is sent until the server tells what it has.</summary>
    public void Pause()
    {
        _paused = true;
        _connection++;
    }

    /// <summary>Sends what the server wants, as long as that connection stands.</summary>
    /// <exception cref="ExecutorProtocolException">It wants what was never there, or what it had already.</exception>
    public async Task ServeAsync(PutWindow window, int connection)
    {
        await _turn.WaitAsync();
        try
        {
            if (connection != _connection)
            {
                return;
            }

            if (
                window.From > _read
                || window.From < (_kept.TryPeek(out var oldest) ? oldest.Offset : _read)
            )
            {
                throw Wire.Broken(
                    $"a package is wanted from byte {window.From}, and {_read} were sent"
                );
            }

            if (_paused)
            {
                _paused = false;
                _sent = window.From;
            }

            while (_kept.TryPeek(out var first) && End(first) <= window.From && !first.Last)
            {
                _kept.Dequeue();
            }

            foreach (var chunk in _kept.Where(c => c.Offset >= _sent).ToList())
            {
                Send(chunk);
            }

            while (!_atEnd && _read < window.To && !_paused)
            {
                Send(await NextAsync(window.To - _read));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<PutChunk> NextAsync(long room)
    {
        var buffer = new byte[Math.Min(ExecutorProtocol.ChunkBytes, room)];
        var count = await content.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false
        );
        _atEnd = count < buffer.Length;
        var chunk = new PutChunk(_read, buffer[..count], _atEnd);
        _read += count;
        _kept.Enqueue(chunk);
        return chunk;
    }

    private void Send(PutChunk chunk)
    {
        _sent = End(chunk);
        send(chunk);
    }

    private static long End(PutChunk chunk) => chunk.Offset + chunk.Data.Length;
}
