using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Sessions;

/// <summary>
/// One registration with one manager: the session stream, and beside it heartbeat, assignments, task states, the
/// renewal of the certificate and a look at whether the description changed, and logs for who asks. The first of them that ends ends all.
/// </summary>
internal sealed class WorkerSession(IManagerConnection connection, SessionContext context)
{
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan DescribeInterval = TimeSpan.FromSeconds(20);

    /// <summary>Given by the manager; null until it has registered the node.</summary>
    public string? SessionId { get; private set; }

    /// <summary>
    /// Returns when the description or the certificate changed and a new session is due; throws what ended the session otherwise.
    /// </summary>
    /// <param name="lastSessionId">Of the session before; empty for a new one.</param>
    /// <param name="cancellation">Ends the session.</param>
    public async Task RunAsync(string lastSessionId, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var deadline = new CancellationTokenSource(CallTimeout, context.Time);
        var description = context.Describe();
        await using var stream = connection
            .StreamAsync(
                SwarmMethods.Session,
                new SessionRequest { Description = description, SessionId = lastSessionId },
                SessionMessage.Parser,
                end.Token
            )
            .GetAsyncEnumerator(CancellationToken.None);
        SessionMessage first;
        await using (deadline.Token.Register(end.Cancel))
        {
            first = await FirstAsync(stream, deadline.Token, cancellation);
        }

        if (deadline.IsCancellationRequested)
        {
            throw NotRegistered();
        }

        SessionId = first.SessionId;
        context.Told(first);
        context.Tasks.Report.Resend();
        Task[] loops =
        [
            ListenAsync(stream),
            HeartbeatAsync(first.SessionId, end.Token),
            AssignmentsAsync(first.SessionId, end.Token),
            ReportAsync(first.SessionId, end.Token),
            WatchDescriptionAsync(description, end.Token),
            context.Renew(connection, end.Token),
            new LogBroker(connection, context).RunAsync(end.Token),
        ];
        var ended = await Task.WhenAny(loops);
        await end.CancelAsync();
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
    }

    private static async Task<SessionMessage> FirstAsync(
        IAsyncEnumerator<SessionMessage> stream,
        CancellationToken deadline,
        CancellationToken cancellation
    )
    {
        try
        {
            return await stream.MoveNextAsync() ? stream.Current : throw Ended("session");
        }
        catch (OperationCanceledException e)
            when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw NotRegistered(e);
        }
    }

    private async Task ListenAsync(IAsyncEnumerator<SessionMessage> stream)
    {
        while (await stream.MoveNextAsync())
        {
            context.Told(stream.Current);
        }

        throw Ended("session");
    }

    private async Task HeartbeatAsync(string sessionId, CancellationToken cancellation)
    {
        while (true)
        {
            var answer = await CallAsync(
                token =>
                    connection.CallAsync(
                        SwarmMethods.Heartbeat,
                        new HeartbeatRequest { SessionId = sessionId },
                        HeartbeatResponse.Parser,
                        token
                    ),
                cancellation
            );
            await Task.Delay(answer.Period.ToTimeSpan(), context.Time, cancellation);
        }
    }

    /// <summary>Increments fit only onto the set before; when one does not, all is asked for again.</summary>
    private async Task AssignmentsAsync(string sessionId, CancellationToken cancellation)
    {
        while (true)
        {
            var at = "";
            var fits = true;
            var stream = connection.StreamAsync(
                SwarmMethods.Assignments,
                new AssignmentsRequest { SessionId = sessionId },
                AssignmentsMessage.Parser,
                cancellation
            );
            await foreach (var message in stream)
            {
                fits = message.Type == AssignmentsType.Complete || message.AppliesTo == at;
                if (!fits)
                {
                    break;
                }

                Apply(message);
                at = message.ResultsIn;
            }

            if (fits)
            {
                throw Ended("assignments");
            }
        }
    }

    private void Apply(AssignmentsMessage message)
    {
        if (message.Type == AssignmentsType.Complete)
        {
            context.Tasks.Replace(message.Changes);
        }
        else
        {
            context.Tasks.Apply(message.Changes);
        }
    }

    private async Task ReportAsync(string sessionId, CancellationToken cancellation)
    {
        while (true)
        {
            await context.Tasks.Report.WaitAsync(cancellation);
            var updates = context.Tasks.Report.Take();
            if (updates.Count == 0)
            {
                continue;
            }

            var request = new UpdateTaskStatusRequest { SessionId = sessionId };
            request.Updates.AddRange(updates);
            await CallAsync(
                token =>
                    connection.CallAsync(
                        SwarmMethods.UpdateTaskStatus,
                        request,
                        UpdateTaskStatusResponse.Parser,
                        token
                    ),
                cancellation
            );
        }
    }

    private async Task WatchDescriptionAsync(
        NodeDescription described,
        CancellationToken cancellation
    )
    {
        do
        {
            await Task.Delay(DescribeInterval, context.Time, cancellation);
        } while (context.Describe().Equals(described));
    }

    private Task<T> CallAsync<T>(
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancellation
    ) => Deadline.RunAsync(CallTimeout, context.Time, call, cancellation);

    private static GrpcException NotRegistered(Exception? inner = null) =>
        new(
            GrpcStatusCode.DeadlineExceeded,
            $"the manager did not register the node within {CallTimeout.TotalSeconds:0} s",
            inner
        );

    private static GrpcException Ended(string stream) =>
        new(GrpcStatusCode.Unavailable, $"the manager ended the {stream} stream");
}
