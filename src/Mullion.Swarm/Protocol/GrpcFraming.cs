using System.Buffers.Binary;
using Google.Protobuf;

namespace Mullion.Swarm.Protocol;

/// <summary>
/// gRPC's message framing, the same for client and server: one byte "compressed" (always 0 here),
/// the length as four bytes big-endian, the protobuf message.
/// </summary>
internal static class GrpcFraming
{
    public const string ContentType = "application/grpc";
    public const int HeaderLength = 5;

    /// <summary>Far above any assignment seen; a length beyond it means the stream is not gRPC.</summary>
    public const int MaxMessageLength = 64 * 1024 * 1024;

    public static byte[] Encode(IMessage message)
    {
        var length = message.CalculateSize();
        var frame = new byte[HeaderLength + length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)length);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>Writes one message and flushes, so that a stream's reader sees it at once.</summary>
    public static async Task WriteAsync(
        Stream stream,
        IMessage message,
        CancellationToken cancellation
    )
    {
        await stream.WriteAsync(Encode(message), cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <summary>Reads one message; null at an orderly end of the stream.</summary>
    /// <exception cref="GrpcFramingException">The stream is cut within a frame, or is not gRPC.</exception>
    public static async Task<T?> ReadAsync<T>(
        Stream stream,
        MessageParser<T> parser,
        CancellationToken cancellation
    )
        where T : class, IMessage<T>
    {
        var header = new byte[HeaderLength];
        var read = await stream.ReadAtLeastAsync(
            header,
            HeaderLength,
            throwOnEndOfStream: false,
            cancellation
        );
        if (read == 0)
        {
            return null;
        }

        if (read < HeaderLength)
        {
            throw new GrpcFramingException(
                $"the stream ended after {read} bytes of a frame header"
            );
        }

        if (header[0] != 0)
        {
            throw new GrpcFramingException(
                $"a frame begins with {header[0]}; only uncompressed frames (0) were agreed"
            );
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > MaxMessageLength)
        {
            throw new GrpcFramingException(
                $"a frame claims {length} bytes; the limit is {MaxMessageLength}"
            );
        }

        var body = await ReadBodyAsync(stream, (int)length, cancellation);
        try
        {
            return parser.ParseFrom(body);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new GrpcFramingException(
                $"a frame of {length} bytes is not a {typeof(T).Name}",
                e
            );
        }
    }

    /// <summary>Grows with what really arrives: a claimed length alone must not allocate.</summary>
    private static async Task<byte[]> ReadBodyAsync(
        Stream stream,
        int length,
        CancellationToken cancellation
    )
    {
        const int step = 64 * 1024;
        var body = new byte[Math.Min(length, step)];
        var filled = 0;
        while (filled < length)
        {
            if (filled == body.Length)
            {
                Array.Resize(ref body, (int)Math.Min(length, 2L * body.Length));
            }

            var read = await stream.ReadAsync(body.AsMemory(filled), cancellation);
            if (read == 0)
            {
                throw new GrpcFramingException(
                    $"the stream ended after {filled} of {length} bytes of a frame"
                );
            }

            filled += read;
        }

        return body;
    }
}
