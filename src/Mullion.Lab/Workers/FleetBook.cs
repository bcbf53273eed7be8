using Mullion.Swarm.Worker;

namespace Mullion.Lab.Workers;

/// <summary>Counts what happens to a fleet; told from many threads.</summary>
internal sealed class FleetBook(Action<FleetCounts> changed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WorkerStateKind> _states = [];
    private int _tasks;
    private int _started;

    public FleetCounts Counts
    {
        get
        {
            lock (_lock)
            {
                return Sum();
            }
        }
    }

    public void Joined(string nodeId) => Change(() => _states[nodeId] = WorkerStateKind.Connecting);

    public void Became(string nodeId, WorkerStateKind kind) => Change(() => _states[nodeId] = kind);

    public void TaskStarted() =>
        Change(() =>
        {
            _tasks++;
            _started++;
        });

    public void TaskEnded() => Change(() => _tasks--);

    private void Change(Action change)
    {
        FleetCounts counts;
        lock (_lock)
        {
            change();
            counts = Sum();
        }

        changed(counts);
    }

    private FleetCounts Sum() =>
        new(
            _states.Count,
            _states.Values.Count(s => s == WorkerStateKind.Active),
            _states.Values.Count(s => s == WorkerStateKind.Error),
            _tasks,
            _started
        );
}
