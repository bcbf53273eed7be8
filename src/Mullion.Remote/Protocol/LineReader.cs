namespace Mullion.Remote.Protocol;

/// <summary>Reads lines from a stream in bounded memory.</summary>
internal sealed class LineReader(Stream stream, int limit)
{
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null when the stream ends. A line that the end cut off is dropped.</summary>
    /// <remarks>Valid until the next call.</remarks>
    /// <exception cref="ExecutorProtocolException">The line is too long.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        var scanned = 0;
        while (true)
        {
            var feed = _buffer
                .AsSpan(_start + scanned, _end - _start - scanned)
                .IndexOf((byte)'\n');
            if (feed >= 0)
            {
                return Take(scanned + feed);
            }

            scanned = _end - _start;
            if (scanned > limit)
            {
                throw new ExecutorProtocolException(
                    $"A line is longer than {limit} bytes, the most that the executor protocol allows."
                );
            }

            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + 1;
        return line.Length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        var rest = _buffer.AsSpan(_start, _end - _start);
        var target = rest.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        rest.CopyTo(target);
        _end = rest.Length;
        _start = 0;
        _buffer = target;
    }
}
