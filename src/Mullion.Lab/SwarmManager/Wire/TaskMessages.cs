using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Tasks in the form of the wire.</summary>
internal static class TaskMessages
{
    /// <summary>What a node is assigned: everything it was given, ended tasks included until they are forgotten.</summary>
    public static Dictionary<string, SwarmTask> AssignedTo(SwarmState state, string nodeId) =>
        state
            .Tasks.Where(task => task.NodeId == nodeId && task.State >= TaskState.Assigned)
            .ToDictionary(task => task.Id, Of);

    /// <summary>Without what the node itself reports: a change of that is no news to it.</summary>
    public static SwarmTask Stable(SwarmTask task) => new(task) { Status = null, Meta = null };

    private static SwarmTask Of(ModelTask task)
    {
        var annotations = new Annotations { Name = task.Plan.Name };
        annotations.Labels.Add(Json.Map(task.Service.Spec, "Labels"));
        return new SwarmTask
        {
            Id = task.Id,
            Meta = NodeMessages.Meta(task.Version, task.CreatedAt, task.UpdatedAt),
            Spec = Spec(task.Plan),
            ServiceId = task.Service.Id,
            Slot = (ulong)task.Slot,
            NodeId = task.NodeId,
            Annotations = new Annotations { Name = task.Name },
            ServiceAnnotations = annotations,
            DesiredState = task.Desired,
            Status = new SwarmTaskStatus
            {
                State = task.State,
                Message = task.Message,
                Err = task.Error,
                Timestamp = Timestamp.FromDateTimeOffset(task.StateAt),
            },
        };
    }

    private static TaskSpec Spec(ServicePlan plan)
    {
        var placement = new Placement();
        placement.Constraints.Add(
            Json.Texts(Json.Child(plan.Template, "Placement"), "Constraints")
        );
        return new TaskSpec
        {
            Container = Container(Json.Child(plan.Template, "ContainerSpec") ?? []),
            Placement = placement,
        };
    }

    private static ContainerSpec Container(JsonObject json)
    {
        var container = new ContainerSpec
        {
            Image = Json.Text(json, "Image"),
            Hostname = Json.Text(json, "Hostname"),
            Dir = Json.Text(json, "Dir"),
            User = Json.Text(json, "User"),
            Isolation = Json.Text(json, "Isolation") switch
            {
                "process" => Isolation.Process,
                "hyperv" => Isolation.Hyperv,
                _ => Isolation.Default,
            },
        };
        container.Labels.Add(Json.Map(json, "Labels"));
        container.Command.Add(Json.Texts(json, "Command"));
        container.Args.Add(Json.Texts(json, "Args"));
        container.Env.Add(Json.Texts(json, "Env"));
        return container;
    }
}
