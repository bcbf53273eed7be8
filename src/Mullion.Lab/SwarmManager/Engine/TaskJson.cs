using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>A task as <c>GET /tasks/ID</c> shows it.</summary>
internal static class TaskJson
{
    public static JsonObject Of(ModelTask task)
    {
        var json = ObjectJson.Head(task.Id, task.Version, task.CreatedAt, task.UpdatedAt);
        json["Labels"] = new JsonObject();
        var spec = (JsonObject)task.Plan.Template.DeepClone();
        spec.Remove("Runtime");
        json["Spec"] = spec;
        json["ServiceID"] = task.Service.Id;
        if (task.Slot > 0)
        {
            json["Slot"] = task.Slot;
        }

        if (task.NodeId.Length > 0)
        {
            json["NodeID"] = task.NodeId;
        }

        json["Status"] = Status(task);
        json["DesiredState"] = Name(task.Desired);
        return json;
    }

    public static string Name(TaskState state) => state.ToString().ToLowerInvariant();

    private static JsonObject Status(ModelTask task)
    {
        var status = new JsonObject
        {
            ["Timestamp"] = DockerTime.Text(task.StateAt),
            ["State"] = Name(task.State),
            ["Message"] = task.Message,
        };
        if (task.Error.Length > 0)
        {
            status["Err"] = task.Error;
        }

        if (task.State > TaskState.Assigned)
        {
            status["ContainerStatus"] = new JsonObject
            {
                ["ContainerID"] = task.ContainerId,
                ["PID"] = task.Pid,
                ["ExitCode"] = task.ExitCode,
            };
        }

        status["PortStatus"] = new JsonObject();
        return status;
    }
}
