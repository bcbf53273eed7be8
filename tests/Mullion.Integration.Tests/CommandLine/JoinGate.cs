using System.Net;
using System.Net.Sockets;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A way to a manager's cluster address on which a join can be held in its middle.</summary>
internal sealed class JoinGate(IPEndPoint manager, Socket listener) : Relay(listener)
{
    private readonly TaskCompletionSource held = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource opened = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private int left = int.MaxValue;

    /// <summary>Where nodes join.</summary>
    public string Address { get; } = listener.LocalEndPoint!.ToString()!;

    /// <summary>Ends when a connection is held.</summary>
    public Task Held => held.Task;

    public static JoinGate To(string manager)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new JoinGate(IPEndPoint.Parse(manager), listener);
    }

    /// <summary>From here on so many connections go through; further ones are held.</summary>
    public void HoldAfter(int connections) => Volatile.Write(ref left, connections);

    /// <summary>Lets all go, to whoever is there now.</summary>
    public void Open()
    {
        Volatile.Write(ref left, int.MaxValue);
        opened.TrySetResult();
    }

    protected override async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref left) < 0)
        {
            held.TrySetResult();
            await opened.Task.WaitAsync(cancellation);
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(manager, cancellation);
        return socket;
    }
}
