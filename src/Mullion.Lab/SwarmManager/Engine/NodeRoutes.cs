using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary><c>/nodes</c>.</summary>
internal static class NodeRoutes
{
    public static JsonArray List(SwarmState state, EngineRequest request)
    {
        var filters = EngineFilters.Read(
            request,
            "id",
            "label",
            "membership",
            "name",
            "node.label",
            "role"
        );
        return new JsonArray([
            .. state
                .Nodes.Where(node => Matches(filters, node))
                .OrderBy(node => node.Id, StringComparer.Ordinal)
                .Select(node => NodeJson.Of(state, node)),
        ]);
    }

    /// <summary>By id, then by computer name, then by the beginning of an id, as dockerd looks it up.</summary>
    /// <exception cref="EngineError">None, or several.</exception>
    public static ModelNode Find(SwarmState state, string name)
    {
        if (state.FindNode(name) is { } exact)
        {
            return exact;
        }

        var found = state.Nodes.FindAll(node => node.Facts?.Hostname == name);
        if (found.Count == 0)
        {
            found = state.Nodes.FindAll(node => node.Id.StartsWith(name, StringComparison.Ordinal));
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw EngineError.NotFound("node", name),
            var count => throw new EngineError(
                400,
                $"node {name} is ambiguous ({count} matches found)"
            ),
        };
    }

    public static void Update(SwarmState state, string id, EngineRequest request)
    {
        var version = EngineBody.Version(request, "node");
        var spec = EngineBody.Object(request);
        var node = Find(state, id);
        var role = Json.Text(spec, "Role");
        if (role is not ("worker" or "manager"))
        {
            throw new EngineError(400, $"invalid Role: \"{role}\"");
        }

        var availability = Json.Text(spec, "Availability");
        var wanted = availability switch
        {
            "active" => NodeAvailability.Active,
            "pause" => NodeAvailability.Pause,
            "drain" => NodeAvailability.Drain,
            _ => throw new EngineError(400, $"invalid Availability: \"{availability}\""),
        };
        if (version != node.Version)
        {
            throw ServiceBook.OutOfSequence();
        }

        if (node.IsManager && role == "worker")
        {
            throw new SwarmRefusal(
                GrpcStatusCode.FailedPrecondition,
                "attempting to demote the last manager of the swarm"
            );
        }

        if (!node.IsManager && role == "manager")
        {
            throw new EngineError(501, "the simulated Swarm manager does not promote workers");
        }

        node.Name = Json.Text(spec, "Name");
        node.Labels = Json.Map(spec, "Labels");
        node.Availability = wanted;
        state.Touch(node);
    }

    private static bool Matches(EngineFilters filters, ModelNode node) =>
        filters.Allow("id", id => node.Id.StartsWith(id, StringComparison.Ordinal))
        && filters.Allow(
            "name",
            name => node.Facts?.Hostname.StartsWith(name, StringComparison.Ordinal) == true
        )
        && filters.Allow("role", role => role == (node.IsManager ? "manager" : "worker"))
        && filters.Allow("membership", membership => membership == "accepted")
        && filters.AllowLabels("node.label", node.Labels)
        && filters.AllowLabels(
            "label",
            node.Facts?.EngineLabels ?? new Dictionary<string, string>()
        );
}
