using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>A service as <c>GET /services/ID</c> shows it.</summary>
internal static class ServiceJson
{
    public static JsonObject Of(SwarmState state, ModelService service, bool withStatus)
    {
        var json = ObjectJson.Head(
            service.Id,
            service.Version,
            service.CreatedAt,
            service.UpdatedAt
        );
        json["Spec"] = service.Spec.DeepClone();
        if (service.PreviousSpec is { } previous)
        {
            json["PreviousSpec"] = previous.DeepClone();
        }

        json["Endpoint"] = Endpoint(state, service);
        if (withStatus)
        {
            json["ServiceStatus"] = Status(state, service);
        }

        return json;
    }

    private static JsonObject Endpoint(SwarmState state, ModelService service)
    {
        if (Model.Json.Child(service.Spec, "EndpointSpec") is not { } spec)
        {
            return new JsonObject { ["Spec"] = new JsonObject() };
        }

        var endpoint = new JsonObject { ["Spec"] = spec.DeepClone() };
        if (spec["Ports"] is { } ports)
        {
            endpoint["Ports"] = ports.DeepClone();
        }

        if (service.Plan.Ports.Any(port => !port.Host))
        {
            endpoint["VirtualIPs"] = new JsonArray(
                new JsonObject { ["NetworkID"] = state.IngressId, ["Addr"] = service.VirtualIp }
            );
        }

        return endpoint;
    }

    private static JsonObject Status(SwarmState state, ModelService service)
    {
        var tasks = state.Tasks.Where(task => task.Service == service && task.Wanted).ToList();
        return new JsonObject
        {
            ["RunningTasks"] = tasks.Count(task => task.State == TaskState.Running),
            ["DesiredTasks"] = service.Plan.Replicas ?? tasks.Count,
            ["CompletedTasks"] = 0,
        };
    }
}
