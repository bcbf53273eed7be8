using System.Threading.Channels;
using Google.Protobuf;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Tests.Fakes;

/// <summary>A stream that a worker has opened; the test writes to it and ends it.</summary>
internal sealed class FakeStream(ManagerAddress address, IMessage request)
{
    private readonly Channel<object> sent = Channel.CreateUnbounded<object>();

    public ManagerAddress Address { get; } = address;

    public IMessage Request { get; } = request;

    public void Send(IMessage message) => sent.Writer.TryWrite(message);

    public void Fail(GrpcException error) => sent.Writer.TryWrite(error);

    public async IAsyncEnumerable<T> ReadAsync<T>(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var item in sent.Reader.ReadAllAsync(cancellation))
        {
            yield return item is GrpcException error ? throw error : (T)item;
        }
    }
}
