using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>Makes, replaces and ends the tasks of services.</summary>
internal sealed class ServiceReconciler(SwarmState state)
{
    public void Run()
    {
        foreach (var service in state.Services)
        {
            foreach (var task in state.Tasks.Where(task => task.Service == service).ToList())
            {
                if (task.Wanted)
                {
                    Keep(task);
                }
            }

            if (service.Plan.Replicas is { } replicas)
            {
                Replicate(service, replicas);
            }
            else
            {
                Spread(service);
            }
        }
    }

    /// <summary>Ends a task that cannot go on, and puts another in its place where there should be one.</summary>
    private void Keep(ModelTask task)
    {
        var node = state.FindNode(task.NodeId);
        var assigned = task.State >= TaskState.Assigned;
        if (task.TemplateVersion != task.Service.TemplateVersion)
        {
            Replace(task, state.Now, task.Ended ? null : task);
        }
        else if (assigned && (node is null || node.State == NodeState.Down))
        {
            Replace(task, state.Now, null);
        }
        else if (assigned && node?.Availability == NodeAvailability.Drain)
        {
            Replace(task, state.Now, task.Ended ? null : task);
        }
        else if (task.Ended && !Delayed(task))
        {
            Restart(task);
        }
    }

    /// <summary>
    /// A replacement that fails while it still waits to be started is replaced only when its time has come: an image
    /// that does not exist must not make tasks by the hundred.
    /// </summary>
    private bool Delayed(ModelTask task) =>
        task.Desired == TaskState.Ready && task.StartAfter > state.Now;

    private void Restart(ModelTask task)
    {
        var restart = task.Plan.Restart;
        if (restart.Allows(task.State != TaskState.Complete, task.Restarts))
        {
            Replace(task, state.Now + restart.Delay, null, task.Restarts + 1);
            return;
        }

        task.Final = true;
        state.Want(task, TaskState.Shutdown);
    }

    private void Replace(
        ModelTask task,
        DateTimeOffset startAfter,
        ModelTask? waitFor,
        int restarts = 0
    )
    {
        state.Want(task, TaskState.Shutdown);
        var global = task.Slot == 0;
        if (global && !Eligible(task.Service, state.FindNode(task.NodeId)))
        {
            return;
        }

        var next = Add(task.Service, task.Slot, global ? task.NodeId : "", restarts);
        next.StartAfter = startAfter;
        next.WaitFor = waitFor;
        next.Desired = TaskState.Ready;
    }

    private void Replicate(ModelService service, long replicas)
    {
        List<ModelTask> filled =
        [
            .. state.Tasks.Where(task =>
                task.Service == service && (task.Wanted || IsFinal(task, service))
            ),
        ];
        for (var missing = replicas - filled.Count; missing > 0; missing--)
        {
            var slot = 1;
            while (filled.Exists(task => task.Slot == slot))
            {
                slot++;
            }

            filled.Add(Add(service, slot, "", 0));
        }

        // Fewer are wanted: first those that do not run, then the highest slots.
        foreach (
            var surplus in filled
                .OrderBy(task => task.State == TaskState.Running)
                .ThenByDescending(task => task.Slot)
                .Take((int)Math.Max(0, filled.Count - replicas))
        )
        {
            state.Want(surplus, TaskState.Remove);
        }
    }

    private void Spread(ModelService service)
    {
        foreach (var node in state.Nodes)
        {
            List<ModelTask> there =
            [
                .. state.Tasks.Where(task =>
                    task.Service == service
                    && task.NodeId == node.Id
                    && (task.Wanted || IsFinal(task, service))
                ),
            ];
            if (!Eligible(service, node))
            {
                there.ForEach(task => state.Want(task, TaskState.Shutdown));
            }
            else if (
                there.Count == 0
                && node is { State: NodeState.Ready, Availability: NodeAvailability.Active }
            )
            {
                Add(service, 0, node.Id, 0);
            }
        }
    }

    private static bool IsFinal(ModelTask task, ModelService service) =>
        task.Final
        && task.Desired != TaskState.Remove
        && task.TemplateVersion == service.TemplateVersion;

    /// <summary>Whether a global service has a task on the node. One that is paused keeps it and gets no new one.</summary>
    private static bool Eligible(ModelService service, ModelNode? node) =>
        node
            is {
                State: not NodeState.Down,
                Availability: not NodeAvailability.Drain,
                Facts: not null
            }
        && SchedulingFilters.Supports(service.Plan, node)
        && service.Plan.Constraints.All(constraint => constraint.IsSatisfiedBy(node));

    private ModelTask Add(ModelService service, int slot, string nodeId, int restarts)
    {
        var task = new ModelTask
        {
            Id = state.Ids.Next(),
            Service = service,
            Plan = service.Plan,
            TemplateVersion = service.TemplateVersion,
            Slot = slot,
            NodeId = nodeId,
            CreatedAt = state.Now,
            Restarts = restarts,
            Desired = TaskState.Running,
        };
        state.Tasks.Add(task);
        state.Observe(task, TaskState.Pending, "pending task scheduling");
        return task;
    }
}
