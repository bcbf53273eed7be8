using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Swarm.Worker.Sessions;

/// <summary>
/// The logs of one subscription: those of the tasks here that it means, for managers send it to every node; with follow also of tasks that
/// are still to come.
/// </summary>
internal sealed class LogPublication(SubscriptionMessage wanted, SessionContext context)
{
    // Enough that readers need not wait for the network, and no more: a slow reader of logs must not fill the memory.
    private const int Ahead = 256;

    /// <summary>The messages, and at the end the one that says so.</summary>
    /// <param name="closed">Cancelled when who asked has seen enough.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public async IAsyncEnumerable<IMessage> MessagesAsync(
        CancellationToken closed,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var lines = Channel.CreateBounded<LogMessage>(Ahead);
        var reading = ReadAsync(lines.Writer, closed);
        await foreach (var line in lines.Reader.ReadAllAsync(cancellation))
        {
            yield return new PublishLogsMessage { SubscriptionId = wanted.Id, Messages = { line } };
        }

        await reading;
        yield return new PublishLogsMessage { SubscriptionId = wanted.Id, Close = true };
    }

    private async Task ReadAsync(ChannelWriter<LogMessage> lines, CancellationToken closed)
    {
        try
        {
            await ReadAllAsync(lines, closed);
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Who asked has seen enough.
        }
        finally
        {
            lines.Complete();
        }
    }

    private async Task ReadAllAsync(ChannelWriter<LogMessage> lines, CancellationToken closed)
    {
        if (context.Tasks.Logs is not { } logs)
        {
            return;
        }

        var options = wanted.Options ?? new LogSubscriptionOptions();
        var query = new LogQuery(
            options.Follow,
            options.Tail < 0 ? (int)Math.Min(-(options.Tail + 1), int.MaxValue) : null,
            options.Since?.ToDateTimeOffset()
        );
        var seen = new HashSet<string>();
        var readers = new List<Task>();
        while (true)
        {
            var (tasks, changed) = context.Tasks.Look();
            foreach (var task in tasks.Where(t => IsMeant(t) && seen.Add(t.Id)))
            {
                readers.Add(ReadAsync(logs, task, query, lines, closed));
            }

            if (!options.Follow)
            {
                break;
            }

            await changed.WaitAsync(closed);
        }

        await Task.WhenAll(readers);
    }

    private async Task ReadAsync(
        ITaskLogs logs,
        WorkerTask task,
        LogQuery query,
        ChannelWriter<LogMessage> lines,
        CancellationToken closed
    )
    {
        await foreach (var line in logs.ReadLogsAsync(task, query, closed))
        {
            var stream = line.IsError ? LogStream.Stderr : LogStream.Stdout;
            if (wanted.Options?.Streams is { Count: > 0 } streams && !streams.Contains(stream))
            {
                continue;
            }

            await lines.WriteAsync(
                new LogMessage
                {
                    Context = new LogContext
                    {
                        ServiceId = task.ServiceId,
                        NodeId = context.NodeId,
                        TaskId = task.Id,
                    },
                    Timestamp = line.Time.ToTimestamp(),
                    Stream = stream,
                    Data = ByteString.CopyFromUtf8(line.Text + "\n"),
                },
                closed
            );
        }
    }

    private bool IsMeant(WorkerTask task) =>
        wanted.Selector is { } selector
        && (
            selector.ServiceIds.Contains(task.ServiceId)
            || selector.TaskIds.Contains(task.Id)
            || selector.NodeIds.Contains(context.NodeId)
        );
}
