using System.Net.Sockets;
using Mullion.Lab.Folders;

namespace Mullion.Lab.Hosts;

/// <summary>The socket of a host. Whoever comes while the host cannot be reached is turned away.</summary>
/// <param name="path">Where it is.</param>
/// <param name="clock">The clock of <see cref="CloseFor"/>.</param>
/// <param name="serve">Serves a connection until it ends; false when the machine is down.</param>
internal sealed class HostDoor(string path, TimeProvider clock, Func<Stream, bool> serve)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Socket _listener = new(
        AddressFamily.Unix,
        SocketType.Stream,
        ProtocolType.Unspecified
    );

    private Task _accepting = Task.CompletedTask;
    private long _closedUntil;

    /// <summary>Listens.</summary>
    public void Open()
    {
        File.Delete(path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        OwnerOnly.Restrict(path);
        _listener.Listen();
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Turns everybody away for a while.</summary>
    public void CloseFor(TimeSpan time) =>
        Interlocked.Exchange(
            ref _closedUntil,
            clock.GetTimestamp() + (long)(time.TotalSeconds * clock.TimestampFrequency)
        );

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        OwnerOnly.Delete(path);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Receive(await _listener.AcceptAsync(_stopping.Token));
            }
            catch (Exception e)
                when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The lab ends, or whoever knocked has gone.
            }
        }
    }

    private void Receive(Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        if (clock.GetTimestamp() < Interlocked.Read(ref _closedUntil) || !serve(stream))
        {
            stream.Dispose();
        }
    }
}
