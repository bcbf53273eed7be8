using System.Net.Sockets;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>Carries connections on to somewhere else; what it does on the way is for others to say.</summary>
internal abstract class Relay : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Socket listener;
    private readonly Task accepting;

    protected Relay(Socket listener)
    {
        this.listener = listener;
        listener.Listen();
        accepting = Task.Run(AcceptAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        stop.Dispose();
    }

    /// <summary>The connection that one is carried on to.</summary>
    protected abstract Task<Socket> ConnectAsync(CancellationToken cancellation);

    /// <summary>Carries answers back, until there are no more.</summary>
    protected virtual Task AnswerAsync(
        Stream server,
        Stream client,
        CancellationToken cancellation
    ) => server.CopyToAsync(client, cancellation);

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync(stop.Token);
                carried.Add(CarryAsync(client));
            }
        }
        catch (Exception e)
            when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        await using var near = new NetworkStream(client, ownsSocket: true);
        try
        {
            await using var far = new NetworkStream(
                await ConnectAsync(stop.Token),
                ownsSocket: true
            );
            await Task.WhenAny(
                near.CopyToAsync(far, stop.Token),
                AnswerAsync(far, near, stop.Token)
            );
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // The other side is gone: so is this connection.
        }
    }
}
