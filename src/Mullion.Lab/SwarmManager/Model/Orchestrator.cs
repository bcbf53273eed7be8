using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>
/// Brings the tasks to what services and nodes ask for, as of now. Everything here is a consequence: calling it twice
/// changes nothing the second time.
/// </summary>
internal sealed class Orchestrator(SwarmState state)
{
    /// <summary>Replacements may wait for tasks that end in the same call; more rounds than that never occur.</summary>
    private const int MaxRounds = 16;

    private readonly Scheduler scheduler = new(state);
    private readonly ServiceReconciler services = new(state);

    public void Advance()
    {
        MarkDown();
        if (state.Services.Count == 0 && state.Tasks.Count == 0)
        {
            return;
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            var before = state.Version;
            EnforceConstraints();
            services.Run();
            Promote();
            scheduler.Run();
            RunLocally();
            Reap();
            if (state.Version == before)
            {
                return;
            }
        }
    }

    private void MarkDown()
    {
        var now = state.Now;
        foreach (var node in state.Nodes)
        {
            if (
                node is { State: NodeState.Ready, HeartbeatImplied: false }
                && now - node.LastHeartbeat >= 3 * state.HeartbeatPeriod
            )
            {
                node.State = NodeState.Down;
                node.StateMessage = "heartbeat failure";
                node.Session = null;
                state.Touch(node);
            }
        }
    }

    /// <summary>A label that was taken away takes the task with it.</summary>
    private void EnforceConstraints()
    {
        foreach (var task in state.Tasks)
        {
            if (
                task is { Wanted: true, Ended: false }
                && task.State >= TaskState.Assigned
                && state.FindNode(task.NodeId)
                    is { State: not NodeState.Down, Availability: not NodeAvailability.Drain } node
                && !task.Plan.Constraints.All(constraint => constraint.IsSatisfiedBy(node))
            )
            {
                state.Observe(
                    task,
                    TaskState.Rejected,
                    "task rejected by constraint enforcer",
                    "assigned node no longer meets constraints"
                );
            }
        }
    }

    private void Promote()
    {
        foreach (var task in state.Tasks)
        {
            if (
                task.Desired == TaskState.Ready
                && task.StartAfter <= state.Now
                && task.WaitFor is not { Ended: false }
            )
            {
                task.WaitFor = null;
                state.Want(task, TaskState.Running);
            }
        }
    }

    /// <summary>The manager's own Linux node runs whatever it is given: its containers are not simulated further.</summary>
    private void RunLocally()
    {
        foreach (var task in state.Tasks)
        {
            if (
                task.State < TaskState.Assigned
                || task.Ended
                || state.FindNode(task.NodeId) is not { IsManager: true }
            )
            {
                continue;
            }

            if (!task.Wanted)
            {
                state.Observe(task, TaskState.Shutdown, "shutdown");
            }
            else if (task.Desired == TaskState.Running && task.State < TaskState.Running)
            {
                task.ContainerId = state.Ids.NextContainer();
                state.Observe(task, TaskState.Running, "started");
            }
            else if (task.State < TaskState.Ready)
            {
                state.Observe(task, TaskState.Ready, "prepared");
            }
        }
    }

    private void Reap()
    {
        var reaped = state.Tasks.RemoveAll(task =>
            task.Desired == TaskState.Remove && (task.Ended || task.State < TaskState.Assigned)
        );
        foreach (
            var history in state
                .Tasks.Where(task => !task.Wanted)
                .GroupBy(task => (task.Service, task.Slot, task.Slot > 0 ? "" : task.NodeId))
                .Where(group => group.Count() >= HistoryLimit)
                .ToList()
        )
        {
            foreach (
                var old in history
                    .Where(task => task.Ended || task.State < TaskState.Assigned)
                    .OrderBy(task => task.Version)
                    .Take(history.Count() - HistoryLimit + 1)
                    .ToList()
            )
            {
                state.Tasks.Remove(old);
                reaped++;
            }
        }

        if (reaped > 0)
        {
            state.NextVersion();
        }
    }

    /// <summary>Tasks kept of one slot, the current one included (swarmkit's default).</summary>
    private const int HistoryLimit = 5;
}
