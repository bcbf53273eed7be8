using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>A request body of gRPC messages that are still to come.</summary>
internal sealed class FrameContent : HttpContent
{
    private readonly IAsyncEnumerable<IMessage> messages;
    private readonly CancellationToken cancellation;

    public FrameContent(IAsyncEnumerable<IMessage> messages, CancellationToken cancellation)
    {
        this.messages = messages;
        this.cancellation = cancellation;
        Headers.ContentType = new MediaTypeHeaderValue(GrpcFraming.ContentType);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // The headers go out now: a manager answers nothing before it has seen them.
        await stream.FlushAsync(cancellation);
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            await GrpcFraming.WriteAsync(stream, message, cancellation);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
