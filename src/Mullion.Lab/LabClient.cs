using System.Net.Sockets;
using System.Text.Json;
using Mullion.Core;
using Mullion.Lab.Control;

namespace Mullion.Lab;

/// <summary>Talks to the lab process of a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="clock">The clock of the limit for answers; null for the system's.</param>
/// <remarks>Every call throws <see cref="LabNotRunningException"/> where there is no lab, or none any more.</remarks>
public sealed class LabClient(LabFolder folder, TimeProvider? clock = null)
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>The lab as it is; null when none runs.</summary>
    /// <exception cref="MullionException">There is one, and it does not answer.</exception>
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
        using var limit = new CancellationTokenSource(LimitOf(request), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            limit.Token
        );
        try
        {
            var reply = Read(await AnswerAsync(request, either.Token));
            return reply.Error is { } error ? throw new MullionException(error, reply.Fix) : reply;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // Nobody listens, or the lab ended before it answered.
            throw new LabNotRunningException(folder);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Silent(e);
        }
    }

    private async Task<byte[]> AnswerAsync(LabRequest request, CancellationToken cancellation)
    {
        using var socket = await folder.ConnectAsync(folder.ControlSocket, cancellation);
        await using var stream = new NetworkStream(socket);
        var line = JsonSerializer.SerializeToUtf8Bytes(request, LabJson.Default.LabRequest);
        await stream.WriteAsync((byte[])[.. line, (byte)'\n'], cancellation);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, cancellation);
        return answer.Length > 0 ? answer.ToArray() : throw new EndOfStreamException();
    }

    private LabReply Read(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, LabJson.Default.LabReply)
                ?? throw new JsonException("the answer is null");
        }
        catch (JsonException e)
        {
            throw new MullionException(
                $"The lab in {folder} does not answer as a lab does: {e.Message}",
                "If another version of Mullion runs it, end it with that one: mullion lab stop.",
                e
            );
        }
    }

    /// <summary>What waits for a simulated host takes as long as the host takes; all else is answered at once.</summary>
    private static TimeSpan LimitOf(LabRequest request) =>
        request.Do is LabRequest.Boot or LabRequest.Snapshot
            ? Timeout.InfiniteTimeSpan
            : AnswerLimit;

    private MullionException Silent(Exception inner) =>
        new(
            $"The lab in {folder} does not answer within {AnswerLimit.TotalSeconds:0} s.",
            $"If it hangs, end its process yourself ({folder.ProcessId()}), and start it again: mullion lab start.",
            inner
        );
}
