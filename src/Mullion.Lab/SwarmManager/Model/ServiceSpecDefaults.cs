using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>Fills in what dockerd shows of a spec even where the client left it out.</summary>
internal static class ServiceSpecDefaults
{
    public static void Fill(JsonObject spec, string id)
    {
        if (Json.Text(spec, "Name").Length == 0)
        {
            // Real managers make up two words; the id's head is as good and repeatable.
            spec["Name"] = $"service-{id[..10]}";
        }

        spec["Labels"] ??= new JsonObject();
        var template = Child(spec, "TaskTemplate");
        template["ForceUpdate"] ??= 0;
        template["Runtime"] ??= "container";
        Child(template, "ContainerSpec")["Isolation"] ??= "default";
        if (Json.Child(template, "RestartPolicy") is { } restart)
        {
            restart["Condition"] ??= "any";
            restart["MaxAttempts"] ??= 0;
        }

        var mode = Child(spec, "Mode");
        if (mode.Count == 0)
        {
            mode["Replicated"] = new JsonObject();
        }

        if (Json.Child(mode, "Replicated") is { } replicated)
        {
            replicated["Replicas"] ??= 1;
        }

        if (Json.Child(spec, "EndpointSpec") is { } endpoint)
        {
            endpoint["Mode"] ??= "vip";
            foreach (var port in Json.Objects(endpoint, "Ports"))
            {
                port["Protocol"] ??= "tcp";
                port["PublishMode"] ??= "ingress";
            }
        }
    }

    private static JsonObject Child(JsonObject parent, string key)
    {
        if (Json.Child(parent, key) is { } child)
        {
            return child;
        }

        child = [];
        parent[key] = child;
        return child;
    }
}
