using System.IO.Pipelines;

namespace Mullion.Remote.Tests.Support;

/// <summary>One end of a <see cref="DuplexPipe"/>. Disposing it closes both directions, as with a socket.</summary>
internal sealed class PipeEnd(DuplexPipe pipe, PipeReader reader, PipeWriter writer) : Stream
{
    private readonly Stream _in = reader.AsStream(leaveOpen: true);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await _in.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new IOException("the cable was cut", e);
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        var allowed = pipe.Spend(buffer.Length);
        try
        {
            var result = await writer.WriteAsync(buffer[..allowed], cancellationToken);
            if (result.IsCompleted)
            {
                throw new IOException("the other end has closed");
            }
        }
        catch (InvalidOperationException e)
        {
            throw new IOException("the cable was cut", e);
        }

        if (allowed < buffer.Length)
        {
            pipe.Cut();
            throw new IOException("the cable was cut");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        writer.Complete();
        reader.Complete();
        base.Dispose(disposing);
    }
}
