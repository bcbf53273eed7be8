using Mullion.Integration.Tests.RealDocker;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker;

namespace Mullion.Integration.Tests.Swarm;

/// <summary>A hollow Windows worker that runs until it is disposed; what it is told can be waited for.</summary>
internal sealed class RunningWorker : IWorkerObserver, IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly List<(Func<bool> Wanted, TaskCompletionSource Reached)> waiting = [];
    private readonly SwarmWorker worker;
    private readonly Task run;

    public RunningWorker(WorkerIdentity identity, string hostname)
    {
        Identity = identity;
        worker = new SwarmWorker(
            identity,
            () =>
                new WorkerDescription
                {
                    Hostname = hostname,
                    Processors = 4,
                    MemoryBytes = 8L << 30,
                    EngineVersion = EngineVersion,
                },
            Runtime,
            TimeProvider.System,
            this
        );
        run = Task.Run(() => worker.RunAsync(stop.Token));
    }

    public string EngineVersion { get; set; } = "28.2.2";

    public WorkerIdentity Identity { get; private set; }

    public WorkerNode? Node { get; private set; }

    public WorkerState State => worker.State;

    public RecordingRuntime Runtime { get; } = new();

    public static async Task<WorkerIdentity> JoinAsync(RealSwarm swarm, string? token = null) =>
        await SwarmWorker.JoinAsync(
            new JoinRequest
            {
                Managers = [ManagerAddress.Parse(swarm.ManagerAddress)],
                Token = JoinToken.Parse(token ?? await swarm.WorkerTokenAsync()),
            },
            TimeProvider.System
        );

    public Task BecomesAsync(WorkerStateKind kind) => WaitAsync(() => State.Kind == kind);

    public Task NodeBecomesAsync(Func<WorkerNode, bool> wanted) =>
        WaitAsync(() => Node is not null && wanted(Node));

    public Task KeepsAsync(Func<WorkerIdentity, bool> wanted) => WaitAsync(() => wanted(Identity));

    /// <summary>Ends when the membership is over.</summary>
    public Task EndsAsync() => run.WaitAsync(Limit);

    public void StateChanged(WorkerState state) => Look();

    public void IdentityChanged(WorkerIdentity identity)
    {
        Identity = identity;
        Look();
    }

    public void NodeChanged(WorkerNode node)
    {
        Node = node;
        Look();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await run;
        await worker.DisposeAsync();
        stop.Dispose();
    }

    private Task WaitAsync(Func<bool> wanted)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Add((wanted, reached));
        }

        Look();
        return reached.Task.WaitAsync(Limit);
    }

    private void Look()
    {
        lock (gate)
        {
            foreach (var (wanted, reached) in waiting)
            {
                if (wanted())
                {
                    reached.TrySetResult();
                }
            }
        }
    }
}
