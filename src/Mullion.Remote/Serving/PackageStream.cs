using Mullion.Remote.Protocol;

namespace Mullion.Remote.Serving;

/// <summary>
/// A package as it arrives. It asks for more when it is read, so that one that nobody reads is never sent; a gap in the chunks
/// is a connection that was cut, and the missing part comes again.
/// </summary>
internal sealed class PackageStream(Action<PutWindow> want) : Stream
{
    private readonly object _lock = new();
    private readonly Queue<byte[]> _chunks = [];
    private int _used;
    private long _received;
    private long _consumed;
    private long _granted;
    private bool _last;
    private Exception? _failure;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _consumed;
        set => throw new NotSupportedException();
    }

    /// <summary>What is wanted now; null before it is first read.</summary>
    public PutWindow? Window
    {
        get
        {
            lock (_lock)
            {
                return _granted == 0 ? null : new PutWindow(_received, _granted);
            }
        }
    }

    /// <summary>Takes the next part; any other than the next is ignored.</summary>
    /// <exception cref="ExecutorProtocolException">More than was granted: it would fill this machine's memory.</exception>
    public void Write(PutChunk chunk)
    {
        lock (_lock)
        {
            if (chunk.Offset != _received || _last)
            {
                return;
            }

            if (_received + chunk.Data.Length > _granted)
            {
                throw Wire.Broken("a chunk reaches beyond the window that was granted");
            }

            _received += chunk.Data.Length;
            _last = chunk.Last;
            if (chunk.Data.Length > 0)
            {
                _chunks.Enqueue(chunk.Data);
            }

            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Nothing comes any more: whoever reads gets this instead.</summary>
    public void Fail(Exception why)
    {
        lock (_lock)
        {
            _failure ??= why;
            Monitor.PulseAll(_lock);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (More() is { } more)
        {
            want(more);
        }

        lock (_lock)
        {
            while (_chunks.Count == 0 && !_last && _failure is null)
            {
                Monitor.Wait(_lock);
            }

            if (_failure is not null)
            {
                throw _failure;
            }

            return _chunks.Count == 0 ? 0 : Take(buffer);
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    /// <summary>A larger window, once half of the last one was read.</summary>
    private PutWindow? More()
    {
        lock (_lock)
        {
            var target = _consumed + ExecutorProtocol.WindowBytes;
            if (_last || target - _granted < ExecutorProtocol.WindowBytes / 2)
            {
                return null;
            }

            _granted = target;
            return new PutWindow(_received, _granted);
        }
    }

    private int Take(Span<byte> buffer)
    {
        var chunk = _chunks.Peek();
        var count = Math.Min(buffer.Length, chunk.Length - _used);
        chunk.AsSpan(_used, count).CopyTo(buffer);
        _used += count;
        _consumed += count;
        if (_used == chunk.Length)
        {
            _chunks.Dequeue();
            _used = 0;
        }

        return count;
    }
}
