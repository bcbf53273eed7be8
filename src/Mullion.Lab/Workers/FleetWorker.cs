using Mullion.Swarm.Worker;

namespace Mullion.Lab.Workers;

/// <summary>One worker of a fleet, from its join until it is stopped.</summary>
internal sealed class FleetWorker : IWorkerObserver, IAsyncDisposable
{
    private readonly FleetBook _book;
    private readonly SwarmWorker _worker;
    private readonly string _nodeId;

    public FleetWorker(
        WorkerIdentity identity,
        WorkerDescription description,
        FleetBook book,
        TimeProvider time
    )
    {
        _book = book;
        _nodeId = identity.NodeId;
        book.Joined(_nodeId);
        _worker = new SwarmWorker(
            identity,
            () => description,
            new FleetRuntime(book, time),
            time,
            this
        );
    }

    public Task RunAsync(CancellationToken stop) => _worker.RunAsync(stop);

    public void StateChanged(WorkerState state) => _book.Became(_nodeId, state.Kind);

    public ValueTask DisposeAsync() => _worker.DisposeAsync();
}
