using System.Net.Sockets;
using System.Text.Json;
using Mullion.Core;
using Mullion.Lab.Faults;
using Mullion.Lab.Hosts;
using Mullion.Remote.Protocol;

namespace Mullion.Lab.Control;

/// <summary>The lab's own socket: one request and one answer to a connection.</summary>
internal sealed class LabControl(
    LabFolder folder,
    LabHosts hosts,
    LabManagerStatus? manager,
    Action stop
)
{
    private const int LongestRequest = 1 << 20;

    /// <summary>Answers until told to stop.</summary>
    public async Task ServeAsync(Socket listener, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await listener.AcceptAsync(stopping), stopping);
            }
            catch (Exception e)
                when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The lab ends, or a client gave up before it was heard.
            }
        }
    }

    private async Task AnswerAsync(Socket socket, CancellationToken stopping)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var request = await ReadAsync(stream, stopping);
            var reply = await ReplyAsync(request);
            var line = JsonSerializer.SerializeToUtf8Bytes(reply, LabJson.Default.LabReply);
            await stream.WriteAsync(line, CancellationToken.None);
            if (request?.Do == LabRequest.Stop)
            {
                stop();
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone.
        }
    }

    private static async Task<LabRequest?> ReadAsync(Stream stream, CancellationToken stopping)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (length < LongestRequest)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), stopping);
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf((byte)'\n');
            if (end >= 0 || read == 0)
            {
                return Parse(buffer.AsSpan(0, end < 0 ? length : end));
            }
        }

        return null;
    }

    private static LabRequest? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LabJson.Default.LabRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<LabReply> ReplyAsync(LabRequest? request)
    {
        try
        {
            return request is null
                ? throw new MullionException("The lab did not understand the request.")
                : await DoAsync(request);
        }
        catch (MullionException e)
        {
            return new LabReply { Error = e.Message, Fix = e.Fix };
        }
        catch (Exception e)
        {
            // The lab goes on whatever one request does.
            return new LabReply
            {
                Error = $"The lab failed: {e.GetType().Name}: {e.Message}",
                Fix = "This is a defect of Mullion; please report it.",
            };
        }
    }

    private async Task<LabReply> DoAsync(LabRequest request)
    {
        switch (request.Do)
        {
            case LabRequest.List:
                return new LabReply { Lab = Status() };
            case LabRequest.New:
                return Of(hosts.New(request.Host!));
            case LabRequest.Ensure:
                return Of(hosts.Ensure(request.Host!));
            case LabRequest.Fault:
                return Of(Fault(hosts[request.Name], request.Text ?? ""));
            case LabRequest.PowerCut:
                hosts[request.Name].CutPower(request.Seed);
                return Of(hosts[request.Name]);
            case LabRequest.Boot:
                await hosts[request.Name].BootAsync();
                return Of(hosts[request.Name]);
            case LabRequest.Reboot:
                hosts[request.Name].Reboot();
                return Of(hosts[request.Name]);
            case LabRequest.Snapshot:
                return new LabReply { Snapshot = await hosts[request.Name].SnapshotAsync() };
            case LabRequest.Stop:
                return new LabReply();
            default:
                throw new MullionException($"The lab does not know the request \"{request.Do}\".");
        }
    }

    private LabStatus Status() =>
        new(ExecutorProtocol.Product, Environment.ProcessId, folder.Path, manager, hosts.Status());

    private static LabHost Fault(LabHost host, string text)
    {
        var faults = FaultLanguage.Parse(text, host.Host.Operations);
        if (faults.Count == 0)
        {
            host.Host.Faults.Clear();
        }

        foreach (var fault in faults)
        {
            host.Host.Faults.Add(fault);
        }

        return host;
    }

    private static LabReply Of(LabHost host) => new() { Host = host.Status() };
}
