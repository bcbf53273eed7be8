using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Tasks;

/// <summary>
/// The tasks assigned to the node, each driven by its own <see cref="TaskDriver"/>. They live on while a session
/// is lost. Secrets and configs that come along are not kept.
/// </summary>
internal sealed class TaskSet(ITaskRuntime runtime, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, TaskDriver> drivers = [];
    private readonly Dictionary<TaskDriver, Task> removals = [];
    private readonly ChangeSignal changed = new();
    private volatile IReadOnlyList<WorkerTask> present = [];

    public TaskReport Report { get; } = new(time);

    /// <summary>Where the logs of tasks are; null where there are none.</summary>
    public ITaskLogs? Logs => runtime as ITaskLogs;

    /// <summary>The tasks that are here, and what completes when these change. May be asked from any thread.</summary>
    public (IReadOnlyList<WorkerTask> Tasks, Task Changed) Look()
    {
        var next = changed.Next;
        return (present, next);
    }

    /// <summary>All that is assigned: what is not among it is removed.</summary>
    public void Replace(IReadOnlyList<AssignmentChange> changes)
    {
        var wanted = Tasks(changes).Select(c => c.Task.Id).ToHashSet();
        foreach (var gone in drivers.Keys.Where(id => !wanted.Contains(id)).ToList())
        {
            Remove(gone);
        }

        Apply(changes);
    }

    public void Apply(IReadOnlyList<AssignmentChange> changes)
    {
        foreach (var (action, task) in Tasks(changes))
        {
            if (action == AssignmentAction.Remove)
            {
                Remove(task.Id);
            }
            else if (drivers.TryGetValue(task.Id, out var driver))
            {
                driver.Want(task.DesiredState);
            }
            else
            {
                drivers[task.Id] = new TaskDriver(task, runtime, Report);
            }
        }

        Show();
    }

    /// <summary>Stops and removes everything: the node leaves the Swarm. Fails when the runtime cannot remove a container.</summary>
    public async Task ClearAsync()
    {
        foreach (var id in drivers.Keys.ToList())
        {
            Remove(id);
        }

        await Task.WhenAll(removals.Values);
        Prune();
    }

    /// <summary>Lets go of the tasks as they are: the engine ends, the containers are the runtime's.</summary>
    public async ValueTask DisposeAsync()
    {
        var all = drivers.Values.Concat(removals.Keys).ToList();
        all.ForEach(driver => driver.Abandon());
        await Task.WhenAll([.. drivers.Values.Select(d => d.Work), .. removals.Values])
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        all.ForEach(driver => driver.Dispose());
        drivers.Clear();
        removals.Clear();
        Report.Dispose();
    }

    private void Remove(string id)
    {
        Prune();
        if (drivers.Remove(id, out var driver))
        {
            removals[driver] = driver.RemoveAsync();
        }
    }

    private void Show()
    {
        present = [.. drivers.Values.Select(d => d.Assigned)];
        changed.Raise();
    }

    private void Prune()
    {
        foreach (var (driver, removal) in removals.Where(r => r.Value.IsCompleted).ToList())
        {
            removals.Remove(driver);
            driver.Dispose();
        }
    }

    private static IEnumerable<(AssignmentAction Action, SwarmTask Task)> Tasks(
        IEnumerable<AssignmentChange> changes
    ) =>
        changes
            .Where(c => c.Assignment?.Task is not null)
            .Select(c => (c.Action, c.Assignment.Task));
}
