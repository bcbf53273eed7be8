using System.Collections.Concurrent;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Sessions;

/// <summary>
/// Hears from the manager whose logs somebody wants to see, and sends those that are here. What goes wrong with it costs logs and never the
/// session: a manager without it, or one that is busy, is asked again.
/// </summary>
internal sealed class LogBroker(IManagerConnection connection, SessionContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> open = new();

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await ListenAsync(cancellation);
            }
            catch (Exception e) when (e is GrpcException or ManagerCertificateException)
            {
                // The session's own streams notice what concerns the session.
            }

            await Task.Delay(Pause, context.Time, cancellation);
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var publishing = new List<Task>();
        try
        {
            var stream = connection.StreamAsync(
                SwarmMethods.ListenSubscriptions,
                new ListenSubscriptionsRequest(),
                SubscriptionMessage.Parser,
                end.Token
            );
            await foreach (var message in stream)
            {
                publishing.RemoveAll(p => p.IsCompleted);
                if (message.Close)
                {
                    Close(message.Id);
                }
                else
                {
                    publishing.Add(PublishAsync(message, end.Token));
                }
            }
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(publishing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Close(string id)
    {
        if (!open.TryGetValue(id, out var subscription))
        {
            return;
        }

        try
        {
            subscription.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was over at this moment.
        }
    }

    private async Task PublishAsync(SubscriptionMessage wanted, CancellationToken cancellation)
    {
        using var subscription = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        open[wanted.Id] = subscription;
        try
        {
            await connection.SendAsync(
                SwarmMethods.PublishLogs,
                new LogPublication(wanted, context).MessagesAsync(subscription.Token, cancellation),
                PublishLogsResponse.Parser,
                cancellation
            );
        }
        catch (Exception e)
            when (e is GrpcException or ManagerCertificateException or OperationCanceledException)
        {
            // Who asked went away, or the session ends.
        }
        finally
        {
            open.TryRemove(wanted.Id, out _);
            // Also where the manager went away: else what reads the logs would wait for more for ever.
            await subscription.CancelAsync();
        }
    }
}
