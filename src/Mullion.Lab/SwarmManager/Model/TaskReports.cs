using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>What nodes say of their tasks.</summary>
internal sealed class TaskReports(SwarmState state)
{
    /// <summary>Takes a report. One about a task that is gone is accepted in silence; a state never goes back.</summary>
    /// <exception cref="SwarmRefusal">The task is another node's.</exception>
    public void Take(ModelNode node, string taskId, SwarmTaskStatus status)
    {
        if (state.Tasks.Find(task => task.Id == taskId) is not { } task)
        {
            return;
        }

        if (task.NodeId != node.Id)
        {
            throw new SwarmRefusal(
                GrpcStatusCode.PermissionDenied,
                "cannot update a task not assigned this node"
            );
        }

        if (status.State <= task.State)
        {
            return;
        }

        if (status.Container is { } container)
        {
            task.ContainerId = container.ContainerId;
            task.Pid = container.Pid;
            task.ExitCode = container.ExitCode;
        }

        state.Observe(task, status.State, status.Message, status.Err);
    }
}
