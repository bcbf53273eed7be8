using Google.Protobuf;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Joining;

namespace Mullion.Swarm.Worker.Renewal;

/// <summary>
/// Gets a node its next certificate over the session's connection, with a new key and without a token: at a moment
/// by chance between 50 and 80 % of the certificate's life, as swarmkit does, or as soon as a manager asks.
/// </summary>
internal sealed class CertificateRenewal(TimeProvider time, Func<double> random)
{
    public static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IssueLimit = TimeSpan.FromSeconds(30);
    private const double Earliest = 0.5;
    private const double Spread = 0.3;

    private readonly Lock gate = new();
    private TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (string CertificatePem, DateTimeOffset At)? due;

    /// <summary>A manager wants a new certificate now.</summary>
    public void Ask()
    {
        lock (gate)
        {
            asked.TrySetResult();
        }
    }

    /// <summary>The next identity; null when the certificate expired before there was one.</summary>
    /// <param name="connection">To a manager that knows the node by its certificate.</param>
    /// <param name="identity">The identity of now.</param>
    /// <param name="failed">Told why an attempt failed.</param>
    /// <param name="cancellation">Ends waiting and asking.</param>
    public async Task<WorkerIdentity?> RunAsync(
        IManagerConnection connection,
        WorkerIdentity identity,
        Action<string> failed,
        CancellationToken cancellation
    )
    {
        var (from, until) = identity.Validity();
        await DueAsync(identity.CertificatePem, from, until, cancellation);
        for (var retry = ShortestRetry; ; retry = Min(retry * 2, LongestRetry))
        {
            if (until <= time.GetUtcNow())
            {
                return null;
            }

            try
            {
                var next = await IssueAsync(connection, identity, cancellation);
                lock (gate)
                {
                    asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                return next;
            }
            catch (Exception e) when (e is GrpcException or JoinException)
            {
                failed(e.Message);
            }

            var left = until - time.GetUtcNow();
            await Task.Delay(
                Max(Min(retry / 2 + retry / 2 * random(), left), TimeSpan.Zero),
                time,
                cancellation
            );
        }
    }

    /// <summary>Sleeps in pieces: timers end at 49 days, and hosts are suspended and get other clocks.</summary>
    private async Task DueAsync(
        string certificatePem,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        Task now;
        lock (gate)
        {
            now = asked.Task;
            if (due?.CertificatePem != certificatePem)
            {
                due = (certificatePem, from + (until - from) * (Earliest + Spread * random()));
            }
        }

        while (
            !now.IsCompleted && due.Value.At - time.GetUtcNow() is var left && left > TimeSpan.Zero
        )
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(now, Task.Delay(Min(left, LongestSleep), time, end.Token));
            await end.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task<WorkerIdentity> IssueAsync(
        IManagerConnection connection,
        WorkerIdentity identity,
        CancellationToken cancellation
    )
    {
        using var key = new NodeKey();
        var answer = await Deadline.RunAsync(
            CallTimeout,
            time,
            token =>
                connection.CallAsync(
                    SwarmMethods.IssueNodeCertificate,
                    new IssueNodeCertificateRequest
                    {
                        Role = NodeRole.Worker,
                        Csr = ByteString.CopyFromUtf8(key.RequestPem),
                    },
                    IssueNodeCertificateResponse.Parser,
                    token
                ),
            cancellation
        );
        const string Manager = "of the session";
        if (answer.NodeId != identity.NodeId)
        {
            throw JoinFailures.NotIssued(Manager, $"it renews for another node ({answer.NodeId})");
        }

        var pem = await CertificateWait.RunAsync(
            connection,
            Manager,
            identity.NodeId,
            key,
            IssueLimit,
            time,
            cancellation
        );
        return IssuedIdentity.Read(
            Manager,
            identity.NodeId,
            identity.RootCaPem,
            key,
            pem,
            identity.Managers
        );
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
