using System.Text;

namespace Mullion.Remote.Tests.Support;

/// <summary>A client that says hello and then never ends its line.</summary>
internal sealed class EndlessStream : Stream
{
    private readonly StringBuilder _written = new();

    public long Sent { get; private set; }

    public string Written
    {
        get
        {
            lock (_written)
            {
                return _written.ToString();
            }
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (Sent == 0)
        {
            var hello = "{\"mullion\":\"executor\",\"v\":1}\n"u8;
            hello.CopyTo(buffer.Span);
            Sent = hello.Length;
            return ValueTask.FromResult(hello.Length);
        }

        buffer.Span.Fill((byte)'x');
        Sent += buffer.Length;
        return ValueTask.FromResult(buffer.Length);
    }

    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        lock (_written)
        {
            _written.Append(Encoding.UTF8.GetString(buffer.Span));
        }

        return ValueTask.CompletedTask;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
