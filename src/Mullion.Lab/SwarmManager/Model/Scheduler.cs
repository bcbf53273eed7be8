using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>
/// Gives waiting tasks a node: of those that can take it, the one with the fewest tasks of the service, then with the
/// fewest tasks, then the one that joined first. The last makes it repeatable; real managers leave it to chance.
/// </summary>
internal sealed class Scheduler(SwarmState state)
{
    public void Run()
    {
        foreach (var task in state.Tasks)
        {
            if (task.State == TaskState.Pending && task.Wanted)
            {
                Schedule(task);
            }
        }
    }

    private void Schedule(ModelTask task)
    {
        List<ModelNode> eligible = [];
        List<string> reasons = [];
        foreach (var node in Candidates(task))
        {
            if (SchedulingFilters.Why(state, task, node) is { } reason)
            {
                reasons.Add(reason);
            }
            else
            {
                eligible.Add(node);
            }
        }

        if (
            eligible
                .OrderBy(node => Load(node, task.Service))
                .ThenBy(node => Load(node, null))
                .FirstOrDefault() is
            { } best
        )
        {
            task.NodeId = best.Id;
            state.Observe(task, TaskState.Assigned, "scheduler assigned task to node");
            return;
        }

        var why = SchedulingFilters.Explain(reasons);
        if (task.Error != why)
        {
            state.Observe(task, TaskState.Pending, "pending task scheduling", why);
        }
    }

    /// <summary>A global service's task is made for one node.</summary>
    private IEnumerable<ModelNode> Candidates(ModelTask task) =>
        task.NodeId.Length == 0 ? state.Nodes : state.Nodes.Where(node => node.Id == task.NodeId);

    private int Load(ModelNode node, ModelService? service) =>
        state.Tasks.Count(task =>
            task.NodeId == node.Id
            && task.Wanted
            && !task.Ended
            && (service is null || task.Service == service)
        );
}
