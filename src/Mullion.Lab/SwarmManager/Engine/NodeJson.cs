using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>A node as <c>GET /nodes/ID</c> shows it.</summary>
internal static class NodeJson
{
    public static JsonObject Of(SwarmState state, ModelNode node)
    {
        var json = ObjectJson.Head(node.Id, node.Version, node.CreatedAt, node.UpdatedAt);
        var spec = new JsonObject();
        if (node.Name.Length > 0)
        {
            spec["Name"] = node.Name;
        }

        spec["Labels"] = ObjectJson.Map(node.Labels);
        spec["Role"] = node.IsManager ? "manager" : "worker";
        spec["Availability"] = node.Availability.ToString().ToLowerInvariant();
        json["Spec"] = spec;
        json["Description"] = Description(state, node);
        var status = new JsonObject { ["State"] = node.State.ToString().ToLowerInvariant() };
        if (node.StateMessage.Length > 0)
        {
            status["Message"] = node.StateMessage;
        }

        if (node.Address.Length > 0)
        {
            status["Addr"] = node.Address;
        }

        json["Status"] = status;
        if (node.IsManager)
        {
            json["ManagerStatus"] = new JsonObject
            {
                ["Leader"] = true,
                ["Reachability"] = "reachable",
                ["Addr"] = state.ClusterAddress,
            };
        }

        return json;
    }

    private static JsonObject Description(SwarmState state, ModelNode node)
    {
        if (node.Facts is not { } facts)
        {
            // Enrolled, but never connected.
            return new JsonObject
            {
                ["Platform"] = new JsonObject(),
                ["Resources"] = new JsonObject(),
                ["Engine"] = new JsonObject(),
                ["TLSInfo"] = new JsonObject(),
            };
        }

        var engine = new JsonObject { ["EngineVersion"] = facts.EngineVersion };
        if (facts.EngineLabels.Count > 0)
        {
            engine["Labels"] = ObjectJson.Map(facts.EngineLabels);
        }

        engine["Plugins"] = new JsonArray([
            .. facts.Plugins.Select(plugin => new JsonObject
            {
                ["Type"] = plugin.Type,
                ["Name"] = plugin.Name,
            }),
        ]);
        return new JsonObject
        {
            ["Hostname"] = facts.Hostname,
            ["Platform"] = new JsonObject
            {
                ["Architecture"] = facts.Architecture,
                ["OS"] = facts.Os,
            },
            ["Resources"] = new JsonObject
            {
                ["NanoCPUs"] = facts.NanoCpus,
                ["MemoryBytes"] = facts.MemoryBytes,
            },
            ["Engine"] = engine,
            ["TLSInfo"] = ObjectJson.TlsInfo(state.Authority),
        };
    }
}
