using System.Text.Json.Nodes;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>Makes, changes and removes services.</summary>
internal sealed class ServiceBook(SwarmState state)
{
    /// <summary>Makes a service.</summary>
    /// <exception cref="SwarmRefusal">The spec is refused.</exception>
    public ModelService Create(JsonObject spec)
    {
        var id = state.Ids.Next();
        ServiceSpecDefaults.Fill(spec, id);
        var plan = ServicePlan.Read(spec);
        Check(spec, plan, null);
        var service = new ModelService
        {
            Id = id,
            CreatedAt = state.Now,
            Spec = spec,
            Plan = plan,
            VirtualIp = state.NextIngressAddress(),
        };
        state.Services.Add(service);
        state.Touch(service);
        return service;
    }

    /// <summary>Changes a service.</summary>
    /// <exception cref="SwarmRefusal">The version is old, or the spec is refused.</exception>
    public void Update(ModelService service, ulong version, JsonObject spec)
    {
        ServiceSpecDefaults.Fill(spec, service.Id);
        var plan = ServicePlan.Read(spec);
        Check(spec, plan, service);
        if (version != service.Version)
        {
            throw OutOfSequence();
        }

        if (plan.Name != service.Plan.Name)
        {
            throw new SwarmRefusal(
                GrpcStatusCode.Unimplemented,
                "renaming services is not supported"
            );
        }

        if ((plan.Replicas is null) != (service.Plan.Replicas is null))
        {
            throw new SwarmRefusal(
                GrpcStatusCode.Unimplemented,
                "service mode change is not allowed"
            );
        }

        if (!JsonNode.DeepEquals(plan.Template, service.Plan.Template))
        {
            service.TemplateVersion++;
        }

        service.PreviousSpec = service.Spec;
        service.Spec = spec;
        service.Plan = plan;
        state.Touch(service);
    }

    public void Remove(ModelService service)
    {
        state.Services.Remove(service);
        state.NextVersion();
        foreach (var task in state.Tasks.Where(task => task.Service == service))
        {
            state.Want(task, TaskState.Remove);
        }
    }

    public static SwarmRefusal OutOfSequence() =>
        new(GrpcStatusCode.Unknown, "update out of sequence");

    private void Check(JsonObject spec, ServicePlan plan, ModelService? self)
    {
        if (state.Services.Exists(other => other != self && other.Plan.Name == plan.Name))
        {
            throw new SwarmRefusal(
                GrpcStatusCode.AlreadyExists,
                $"name conflicts with an existing object: service {plan.Name} already exists"
            );
        }

        foreach (var port in plan.Ports.Where(port => !port.Host && port.Published > 0))
        {
            var holder = state.Services.Find(other =>
                other != self
                && other.Plan.Ports.Any(o =>
                    !o.Host && o.Published == port.Published && o.Protocol == port.Protocol
                )
            );
            if (holder is not null)
            {
                throw new SwarmRefusal(
                    GrpcStatusCode.InvalidArgument,
                    $"port '{port.Published}' is already in use by service '{holder.Plan.Name}' ({holder.Id}) as an ingress port"
                );
            }
        }

        CheckNoSecrets(spec, "Secrets", "SecretName", "secret");
        CheckNoSecrets(spec, "Configs", "ConfigName", "config");
    }

    /// <summary>There are no secrets and configs here, so a reference is one that a real manager would not find either.</summary>
    private static void CheckNoSecrets(JsonObject spec, string list, string key, string kind)
    {
        var container = Json.Child(Json.Child(spec, "TaskTemplate"), "ContainerSpec");
        var names = Json.Objects(container, list).ConvertAll(item => Json.Text(item, key));
        if (names.Count > 0)
        {
            throw new SwarmRefusal(
                GrpcStatusCode.InvalidArgument,
                $"{kind}{(names.Count > 1 ? "s" : "")} not found: {string.Join(", ", names)}"
            );
        }
    }
}
