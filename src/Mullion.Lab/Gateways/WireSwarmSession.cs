using Mullion.Simulation.Swarm;
using Mullion.Swarm.Worker;

namespace Mullion.Lab.Gateways;

/// <summary>A worker's life over the network, from the start to its disposal.</summary>
internal sealed class WireSwarmSession : ISwarmSession, IWorkerObserver
{
    private readonly CancellationTokenSource stop = new();
    private readonly WireTaskRuntime runtime;
    private readonly SwarmWorker worker;
    private volatile SwarmIdentity identity;
    private volatile WorkerState last = new(WorkerStateKind.Connecting);
    private volatile bool stood;
    private int disposed;

    public WireSwarmSession(
        SwarmIdentity identity,
        SimulatedNode node,
        ISwarmTasks tasks,
        TimeProvider clock
    )
    {
        this.identity = identity;
        runtime = new WireTaskRuntime(tasks, clock);
        var description = new WorkerDescription
        {
            Hostname = node.Hostname,
            Processors = node.Processors,
            MemoryBytes = node.MemoryBytes,
            EngineVersion = node.EngineVersion,
        };
        worker = new SwarmWorker(
            WireIdentity.ToWorker(identity),
            () => description,
            runtime,
            clock,
            this
        );
        Ended = Task.Run(() => worker.RunAsync(stop.Token));
    }

    /// <summary>Completes when managers refuse the node for good, or with disposal.</summary>
    public Task Ended { get; }

    public string State =>
        last.Kind == WorkerStateKind.Error ? "error"
        : stood ? "active"
        : "pending";

    public string Error => last.Kind == WorkerStateKind.Error || !stood ? last.Message ?? "" : "";

    public SwarmIdentity Identity => identity;

    public void StateChanged(WorkerState state)
    {
        stood |= state.Kind == WorkerStateKind.Active;
        last = state;
    }

    public void NodeChanged(WorkerNode node)
    {
        if (node.NetworkIds.Count > 0)
        {
            runtime.Attach(node.NetworkIds);
        }
    }

    public void IdentityChanged(WorkerIdentity identity) =>
        this.identity = WireIdentity.From(identity);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        await stop.CancelAsync();
        await Ended;
        await worker.DisposeAsync();
        stop.Dispose();
    }
}
