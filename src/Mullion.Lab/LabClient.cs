using System.Net.Sockets;
using System.Text.Json;
using Mullion.Core;
using Mullion.Lab.Control;

namespace Mullion.Lab;

/// <summary>Talks to the lab process of a folder.</summary>
/// <param name="folder">The folder.</param>
public sealed class LabClient(LabFolder folder)
{
    /// <summary>The lab as it is; null when none runs.</summary>
    public async Task<LabStatus?> FindAsync(CancellationToken cancellation)
    {
        try
        {
            return (await AskAsync(new LabRequest(LabRequest.List), cancellation)).Lab;
        }
        catch (LabNotRunningException)
        {
            return null;
        }
    }

    /// <summary>Makes a host.</summary>
    /// <exception cref="MullionException">The name or address is taken, or the build is not simulated.</exception>
    public async Task<LabHostStatus> NewHostAsync(
        NewLabHost host,
        CancellationToken cancellation
    ) => Host(await AskAsync(new LabRequest(LabRequest.New) { Host = host }, cancellation));

    /// <summary>The host of a name, made where it is new.</summary>
    public async Task<LabHostStatus> EnsureHostAsync(
        NewLabHost host,
        CancellationToken cancellation
    ) => Host(await AskAsync(new LabRequest(LabRequest.Ensure) { Host = host }, cancellation));

    /// <summary>Lets something go wrong on a host; see <see cref="Faults.FaultLanguage"/>.</summary>
    public Task<LabHostStatus> FaultAsync(
        string host,
        string fault,
        CancellationToken cancellation
    ) => OnHostAsync(new LabRequest(LabRequest.Fault) { Name = host, Text = fault }, cancellation);

    /// <summary>Cuts a host's power.</summary>
    /// <param name="host">The host.</param>
    /// <param name="seed">Decides what becomes of content that was not flushed.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<LabHostStatus> CutPowerAsync(
        string host,
        int seed,
        CancellationToken cancellation
    ) =>
        OnHostAsync(new LabRequest(LabRequest.PowerCut) { Name = host, Seed = seed }, cancellation);

    /// <summary>Starts a host that is off.</summary>
    public Task<LabHostStatus> BootAsync(string host, CancellationToken cancellation) =>
        OnHostAsync(new LabRequest(LabRequest.Boot) { Name = host }, cancellation);

    /// <summary>Restarts a host in order, as somebody in front of it would.</summary>
    public Task<LabHostStatus> RebootAsync(string host, CancellationToken cancellation) =>
        OnHostAsync(new LabRequest(LabRequest.Reboot) { Name = host }, cancellation);

    /// <summary>All that is on a host, once nothing is pending there any more.</summary>
    public async Task<LabSnapshot> SnapshotAsync(string host, CancellationToken cancellation) =>
        (
            await AskAsync(new LabRequest(LabRequest.Snapshot) { Name = host }, cancellation)
        ).Snapshot!;

    /// <summary>Asks the lab to end; returns when it has taken notice.</summary>
    public Task StopAsync(CancellationToken cancellation) =>
        AskAsync(new LabRequest(LabRequest.Stop), cancellation);

    private async Task<LabHostStatus> OnHostAsync(
        LabRequest request,
        CancellationToken cancellation
    ) => Host(await AskAsync(request, cancellation));

    private static LabHostStatus Host(LabReply reply) => reply.Host!;

    private async Task<LabReply> AskAsync(LabRequest request, CancellationToken cancellation)
    {
        using var socket = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        try
        {
            await socket.ConnectAsync(LabFolder.EndPoint(folder.ControlSocket), cancellation);
        }
        catch (SocketException)
        {
            throw new LabNotRunningException(folder);
        }

        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(
            (byte[])
                [
                    .. JsonSerializer.SerializeToUtf8Bytes(request, LabJson.Default.LabRequest),
                    (byte)'\n',
                ],
            cancellation
        );
        var reply = await JsonSerializer.DeserializeAsync(
            stream,
            LabJson.Default.LabReply,
            cancellation
        );
        return reply switch
        {
            null => throw new LabNotRunningException(folder),
            { Error: { } error } => throw new MullionException(error, reply.Fix),
            _ => reply,
        };
    }
}
