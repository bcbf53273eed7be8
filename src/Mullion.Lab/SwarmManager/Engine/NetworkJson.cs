using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>A network as <c>GET /networks</c> shows it.</summary>
internal static class NetworkJson
{
    public static JsonObject Ingress(SwarmState state) =>
        Of(state, "ingress", state.IngressId, "swarm", "overlay");

    public static JsonObject Of(
        SwarmState state,
        string name,
        string id,
        string scope,
        string driver
    )
    {
        var overlay = driver == "overlay";
        return new JsonObject
        {
            ["Name"] = name,
            ["Id"] = id,
            ["Created"] = DockerTime.Text(state.CreatedAt),
            ["Scope"] = scope,
            ["Driver"] = driver,
            ["EnableIPv6"] = false,
            ["IPAM"] = new JsonObject
            {
                ["Driver"] = "default",
                ["Options"] = null,
                ["Config"] = overlay
                    ? new JsonArray(
                        new JsonObject { ["Subnet"] = "10.0.0.0/24", ["Gateway"] = "10.0.0.1" }
                    )
                    : new JsonArray(),
            },
            ["Internal"] = false,
            ["Attachable"] = false,
            ["Ingress"] = overlay,
            ["ConfigFrom"] = new JsonObject { ["Network"] = "" },
            ["ConfigOnly"] = false,
            ["Containers"] = overlay ? null : new JsonObject(),
            ["Options"] = overlay
                ? new JsonObject { ["com.docker.network.driver.overlay.vxlanid_list"] = "4096" }
                : new JsonObject(),
            ["Labels"] = overlay ? null : new JsonObject(),
        };
    }
}
