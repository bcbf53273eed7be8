using System.Net.Sockets;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>HTTP over a unix socket.</summary>
internal static class UnixSocketHandler
{
    public static SocketsHttpHandler To(string path) =>
        new()
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(
                    AddressFamily.Unix,
                    SocketType.Stream,
                    ProtocolType.Unspecified
                );
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
}
