using System.Net.Sockets;
using System.Text;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A manager's API on which another join token is read than the one that is valid.</summary>
internal sealed class TokenForger(string engine, string token, string forged, Socket listener)
    : Relay(listener)
{
    private readonly byte[] search = Encoding.ASCII.GetBytes(token);
    private readonly byte[] replacement = Encoding.ASCII.GetBytes(forged);

    /// <summary>Stands between a program and the manager.</summary>
    /// <param name="engine">The socket of the manager's API.</param>
    /// <param name="socket">The socket to make.</param>
    /// <param name="token">The valid token.</param>
    /// <param name="forged">What is read in its place; of the same length.</param>
    public static TokenForger On(string engine, string socket, string token, string forged)
    {
        forged.Length.ShouldBe(token.Length);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        return new TokenForger(engine, token, forged, listener);
    }

    protected override async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(engine), cancellation);
        return socket;
    }

    protected override async Task AnswerAsync(
        Stream server,
        Stream client,
        CancellationToken cancellation
    )
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int read;
        while ((read = await server.ReadAsync(buffer.AsMemory(kept), cancellation)) > 0)
        {
            var length = kept + read;
            Forge(buffer.AsSpan(0, length));
            kept = BegunAtTheEnd(buffer.AsSpan(0, length));
            await client.WriteAsync(buffer.AsMemory(0, length - kept), cancellation);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
        }
    }

    private void Forge(Span<byte> text)
    {
        for (int at; (at = text.IndexOf(search)) >= 0; )
        {
            replacement.CopyTo(text[at..]);
        }
    }

    /// <summary>How many bytes at the end may be the beginning of the token.</summary>
    private int BegunAtTheEnd(ReadOnlySpan<byte> text)
    {
        var most = Math.Min(search.Length - 1, text.Length);
        while (most > 0 && !text.EndsWith(search.AsSpan(0, most)))
        {
            most--;
        }

        return most;
    }
}
