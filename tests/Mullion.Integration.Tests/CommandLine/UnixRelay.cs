using System.Net.Sockets;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A second socket for an engine: the endpoint of a manager that can go away while the engine stays.</summary>
internal sealed class UnixRelay(string engine, Socket listener) : Relay(listener)
{
    private int carried;

    /// <summary>How many connections came.</summary>
    public int Carried => Volatile.Read(ref carried);

    public static UnixRelay From(string path, string engine)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        return new UnixRelay(engine, listener);
    }

    protected override async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref carried);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(engine), cancellation);
        return socket;
    }
}
