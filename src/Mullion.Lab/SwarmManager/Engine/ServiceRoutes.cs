using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary><c>/services</c>.</summary>
internal static class ServiceRoutes
{
    public static JsonArray List(SwarmState state, EngineRequest request)
    {
        var filters = EngineFilters.Read(request, "id", "label", "mode", "name", "runtime");
        return new JsonArray([
            .. state
                .Services.Where(service =>
                    filters.Allow("id", id => service.Id.StartsWith(id, StringComparison.Ordinal))
                    && filters.Allow(
                        "name",
                        name => service.Plan.Name.StartsWith(name, StringComparison.Ordinal)
                    )
                    && filters.Allow(
                        "mode",
                        mode => mode == (service.Plan.Replicas is null ? "global" : "replicated")
                    )
                    && filters.Allow("runtime", runtime => runtime == "container")
                    && filters.AllowLabels("label", Json.Map(service.Spec, "Labels"))
                )
                .OrderBy(service => service.Id, StringComparer.Ordinal)
                .Select(service => ServiceJson.Of(state, service, request.Flag("status"))),
        ]);
    }

    /// <summary>By id, then by name, then by the beginning of an id.</summary>
    /// <exception cref="EngineError">None, or several.</exception>
    public static ModelService Find(SwarmState state, string name)
    {
        if (
            (
                state.Services.Find(service => service.Id == name)
                ?? state.Services.Find(service => service.Plan.Name == name)
            ) is
            { } exact
        )
        {
            return exact;
        }

        var found = state.Services.FindAll(service =>
            service.Id.StartsWith(name, StringComparison.Ordinal)
        );
        return found.Count switch
        {
            1 => found[0],
            0 => throw EngineError.NotFound("service", name),
            var count => throw new EngineError(
                400,
                $"service {name} is ambiguous ({count} matches found)"
            ),
        };
    }

    /// <summary>The spec of a request, after what dockerd itself refuses.</summary>
    public static JsonObject Spec(SwarmState state, EngineRequest request)
    {
        var spec = EngineBody.Object(request);
        var mode = Json.Child(spec, "Mode");
        if (mode?.Count > 1)
        {
            throw new EngineError(400, "must specify only one service mode");
        }

        if (mode?.ContainsKey("ReplicatedJob") == true || mode?.ContainsKey("GlobalJob") == true)
        {
            throw new EngineError(501, "the simulated Swarm manager does not simulate jobs");
        }

        var template = Json.Child(spec, "TaskTemplate");
        var condition = Json.Text(Json.Child(template, "RestartPolicy"), "Condition");
        if (condition is not ("" or "any" or "none" or "on-failure"))
        {
            throw new EngineError(400, $"invalid RestartCondition: \"{condition}\"");
        }

        var resolution = Json.Text(Json.Child(spec, "EndpointSpec"), "Mode");
        if (resolution is not ("" or "vip" or "dnsrr"))
        {
            throw new EngineError(400, $"invalid resolution mode: \"{resolution}\"");
        }

        foreach (
            var target in Json.Objects(spec, "Networks")
                .Concat(Json.Objects(template, "Networks"))
                .Select(network => Json.Text(network, "Target"))
        )
        {
            if (target != "ingress" && target != state.IngressId)
            {
                throw new EngineError(500, $"network {target} not found");
            }
        }

        // Those of the spec itself are an older place for the same, and managers do not look there.
        if (Json.Objects(template, "Networks").Count > 0)
        {
            throw new SwarmRefusal(
                GrpcStatusCode.InvalidArgument,
                "Service cannot be explicitly attached to the ingress network \"ingress\""
            );
        }

        return spec;
    }
}
