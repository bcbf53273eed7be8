using System.Collections.Concurrent;
using Mullion.Swarm.Worker;

namespace Mullion.Lab.Workers;

/// <summary>
/// Simulated Windows workers in any swarm, all in this process: for trying out constraints and capacity. They speak to managers as engines
/// do, and run nothing.
/// </summary>
/// <param name="options">Which, and where.</param>
/// <param name="time">The clock of timeouts, heartbeats and certificates.</param>
/// <param name="changed">Told how the fleet stands whenever that changes; from any thread.</param>
public sealed class WorkerFleet(
    WorkerFleetOptions options,
    TimeProvider time,
    Action<FleetCounts> changed
)
{
    private readonly FleetBook _book = new(changed);
    private readonly ConcurrentQueue<string> _nodeIds = new();

    /// <summary>How it stands.</summary>
    public FleetCounts Counts => _book.Counts;

    /// <summary>Ids of the nodes that it became.</summary>
    public IReadOnlyCollection<string> NodeIds => _nodeIds;

    /// <summary>Completes when all have joined.</summary>
    public Task AllJoined => _joined.Task;

    private readonly TaskCompletionSource _joined = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Joins them and is them until it is told to stop, or until the swarm has none of them any more.</summary>
    /// <exception cref="JoinException">One could not join. Those that had joined are stopped.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var runs = new ConcurrentBag<Task>();
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(1, options.Count),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = options.AtOnce,
                    CancellationToken = end.Token,
                },
                async (number, cancellation) =>
                {
                    var identity = await SwarmWorker.JoinAsync(
                        new JoinRequest { Managers = options.Managers, Token = options.Token },
                        time,
                        cancellation
                    );
                    _nodeIds.Enqueue(identity.NodeId);
                    runs.Add(BeAsync(identity, options.NameOf(number), end.Token));
                }
            );
            _joined.TrySetResult();
            await Task.WhenAll(runs);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while some were still joining.
        }
        finally
        {
            _joined.TrySetCanceled(CancellationToken.None);
            await end.CancelAsync();
            await Task.WhenAll(runs);
        }
    }

    private async Task BeAsync(WorkerIdentity identity, string name, CancellationToken stop)
    {
        await using var worker = new FleetWorker(
            identity,
            new WorkerDescription
            {
                Hostname = name,
                Processors = options.Processors,
                MemoryBytes = options.MemoryBytes,
                EngineVersion = options.EngineVersion,
                EngineLabels = options.EngineLabels,
            },
            _book,
            time
        );
        await worker.RunAsync(stop);
    }
}
