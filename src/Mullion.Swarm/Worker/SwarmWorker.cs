using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Joining;
using Mullion.Swarm.Worker.Renewal;
using Mullion.Swarm.Worker.Sessions;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Swarm.Worker;

/// <summary>
/// A hollow Swarm worker: speaks to the managers as an engine does, and leaves containers to an
/// <see cref="ITaskRuntime"/>.
/// <code>
/// Connecting ⇄ Active      lost and found again, with backoff, at any manager
///     └────────┴──→ Error  removed from the Swarm, or the certificate expired
/// </code>
/// </summary>
public sealed class SwarmWorker : IAsyncDisposable
{
    /// <summary>A session shorter than this was no recovery: the backoff goes on.</summary>
    private static readonly TimeSpan Steady = Backoff.Longest;

    private readonly TimeProvider time;
    private readonly IManagerConnector connector;
    private readonly IWorkerObserver observer;
    private readonly ManagerList managers;
    private readonly Backoff backoff;
    private readonly SessionContext context;
    private readonly TaskSet tasks;
    private readonly CertificateKeeper certificates;
    private readonly Lock gate = new();
    private readonly Membership membership;
    private volatile WorkerState state = new(WorkerStateKind.Connecting);
    private WorkerNode? node;
    private readonly LossHistory losses = new();

    /// <summary>A worker that is the node which <paramref name="identity"/> tells; <see cref="RunAsync"/> starts it.</summary>
    /// <param name="identity">What <see cref="JoinAsync"/> gave, or what was kept of it.</param>
    /// <param name="describe">What the node says of itself; asked every 20 s.</param>
    /// <param name="runtime">Runs the tasks.</param>
    /// <param name="time">The clock of timeouts, heartbeats and certificates.</param>
    /// <param name="observer">Told of changes.</param>
    public SwarmWorker(
        WorkerIdentity identity,
        Func<WorkerDescription> describe,
        ITaskRuntime runtime,
        TimeProvider time,
        IWorkerObserver? observer = null
    )
        : this(
            identity,
            describe,
            runtime,
            time,
            observer,
            new ManagerConnector(time),
            RandomNumbers.NextDouble
        ) { }

    internal SwarmWorker(
        WorkerIdentity identity,
        Func<WorkerDescription> describe,
        ITaskRuntime runtime,
        TimeProvider time,
        IWorkerObserver? observer,
        IManagerConnector connector,
        Func<double> random
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(identity.Managers.Count, nameof(identity));
        membership = new Membership(identity);
        this.time = time;
        this.connector = connector;
        this.observer = observer ?? new NoObserver();
        certificates = new CertificateKeeper(
            membership,
            new CertificateRenewal(time, random),
            this.observer,
            gate,
            RenewalFailed
        );
        managers = new ManagerList(identity.Managers, random);
        backoff = new Backoff(random);
        tasks = new TaskSet(runtime, time);
        context = new SessionContext(
            () => NodeDescriptions.From(describe(), membership.TlsInfo),
            OnTold,
            tasks,
            certificates.RenewAsync,
            identity.NodeId,
            time
        );
    }

    /// <summary>Id of the node.</summary>
    public string NodeId => membership.Identity.NodeId;

    /// <summary>Where the worker stands.</summary>
    public WorkerState State => state;

    /// <summary>Joins a Swarm. Nothing runs yet: keep the identity, then make a worker of it.</summary>
    /// <exception cref="JoinException">With the reason.</exception>
    public static Task<WorkerIdentity> JoinAsync(
        JoinRequest request,
        TimeProvider time,
        CancellationToken cancellation = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(request.Managers.Count, nameof(request));
        return new SwarmJoin(request, new ManagerConnector(time), time).RunAsync(cancellation);
    }

    /// <summary>
    /// Is the node until <paramref name="cancellation"/> (the engine stops; containers are let go as they are)
    /// or until the membership is over, which <see cref="State"/> then tells.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var lastSessionId = "";
        while (!cancellation.IsCancellationRequested && state.Kind != WorkerStateKind.Error)
        {
            if (membership.Identity.NotAfter() <= time.GetUtcNow())
            {
                Become(
                    WorkerStateKind.Error,
                    "Swarm certificates have expired. To replace them, leave the swarm and join again."
                );
                return;
            }

            try
            {
                lastSessionId = await RunSessionAsync(lastSessionId, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => tasks.DisposeAsync();

    /// <summary>One session, and what follows its end; gives the session id to go on with, empty for a new session.</summary>
    private async Task<string> RunSessionAsync(string lastSessionId, CancellationToken cancellation)
    {
        var manager = managers.Pick();
        var began = time.GetTimestamp();
        using var connection = connector.Connect(manager, membership.Trust());
        var session = new WorkerSession(connection, context);
        try
        {
            await session.RunAsync(lastSessionId, cancellation);
            managers.Worked(manager);
            return session.SessionId ?? "";
        }
        catch (Exception e) when (e is GrpcException or ManagerCertificateException)
        {
            if (time.GetElapsedTime(began) >= Steady)
            {
                backoff.Reset();
                losses.HeldForLong();
            }

            return await AfterLossAsync(
                e,
                manager,
                session.SessionId ?? lastSessionId,
                cancellation
            );
        }
    }

    private async Task<string> AfterLossAsync(
        Exception error,
        ManagerAddress manager,
        string sessionId,
        CancellationToken cancellation
    )
    {
        var loss = SessionLosses.Of(error);
        var next = losses.After(loss, error.Message);
        if (next.Kind == WorkerStateKind.Error)
        {
            Become(next.Kind, next.Message);
            return "";
        }

        if (loss is SessionLoss.Lost or SessionLoss.Untrusted)
        {
            managers.Failed(manager);
            membership.Lost();
        }

        Become(next.Kind, next.Message);
        var wait = loss == SessionLoss.RateLimited ? backoff.NextAfterRateLimit() : backoff.Next();
        await Task.Delay(wait, time, cancellation);
        return loss is SessionLoss.Lost or SessionLoss.Untrusted ? sessionId : "";
    }

    private void OnTold(SessionMessage message)
    {
        lock (gate)
        {
            losses.Accepted();
            Become(WorkerStateKind.Active, certificates.Problem);
            if (managers.Update([.. message.Managers.Select(m => m.Peer.Addr)]))
            {
                membership.TakeManagers(managers.Addresses);
                observer.IdentityChanged(membership.Identity);
            }

            certificates.Follow(message);
            if (
                message.Node is { } told
                && WorkerNodes.From(told) is var now
                && !WorkerNodes.Same(node, now)
            )
            {
                node = now;
                observer.NodeChanged(now);
            }
        }
    }

    private void RenewalFailed()
    {
        lock (gate)
        {
            Become(WorkerStateKind.Active, certificates.Problem);
        }
    }

    private void Become(WorkerStateKind kind, string? message)
    {
        var next = new WorkerState(kind, message);
        if (next != state)
        {
            state = next;
            observer.StateChanged(next);
        }
    }

    private sealed class NoObserver : IWorkerObserver;
}
