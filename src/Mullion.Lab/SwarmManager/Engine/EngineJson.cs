using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>The engine as <c>GET /version</c> and <c>GET /info</c> show it. Both say that it is simulated.</summary>
internal static class EngineJson
{
    public const string ApiVersion = "1.41";
    public const string MinApiVersion = "1.12";
    private const string Platform = "Mullion simulated Swarm manager";

    public static JsonObject Version(SwarmState state)
    {
        var version = state.Options.EngineVersion;
        return new JsonObject
        {
            ["Platform"] = new JsonObject { ["Name"] = Platform },
            ["Components"] = new JsonArray(
                new JsonObject
                {
                    ["Name"] = "Engine",
                    ["Version"] = version,
                    ["Details"] = new JsonObject
                    {
                        ["ApiVersion"] = ApiVersion,
                        ["Arch"] = "amd64",
                        ["MinAPIVersion"] = MinApiVersion,
                        ["Os"] = "linux",
                    },
                }
            ),
            ["Version"] = version,
            ["ApiVersion"] = ApiVersion,
            ["MinAPIVersion"] = MinApiVersion,
            ["GitCommit"] = "simulated",
            ["GoVersion"] = "",
            ["Os"] = "linux",
            ["Arch"] = "amd64",
            ["KernelVersion"] = "simulated",
        };
    }

    public static JsonObject Info(SwarmState state)
    {
        var self = state.Nodes[0];
        var facts = self.Facts!;
        return new JsonObject
        {
            ["ID"] = self.Id,
            ["Containers"] = 0,
            ["ContainersRunning"] = 0,
            ["ContainersPaused"] = 0,
            ["ContainersStopped"] = 0,
            ["Images"] = 0,
            ["Driver"] = "simulated",
            ["Plugins"] = new JsonObject
            {
                ["Volume"] = Plugins(facts, "Volume"),
                ["Network"] = Plugins(facts, "Network"),
                ["Authorization"] = null,
                ["Log"] = Plugins(facts, "Log"),
            },
            ["SystemTime"] = DockerTime.Text(state.Now),
            ["LoggingDriver"] = "json-file",
            ["KernelVersion"] = "simulated",
            ["OperatingSystem"] = Platform,
            ["OSVersion"] = "",
            ["OSType"] = facts.Os,
            ["Architecture"] = facts.Architecture,
            ["NCPU"] = facts.NanoCpus / 1_000_000_000,
            ["MemTotal"] = facts.MemoryBytes,
            ["DockerRootDir"] = "/simulated",
            ["Name"] = facts.Hostname,
            ["Labels"] = new JsonArray(),
            ["ExperimentalBuild"] = false,
            ["ServerVersion"] = facts.EngineVersion,
            ["Swarm"] = Swarm(state, self),
            ["LiveRestoreEnabled"] = false,
            ["Isolation"] = "",
            ["SecurityOptions"] = new JsonArray(),
            ["Warnings"] = new JsonArray("This is a simulated Swarm manager."),
        };
    }

    private static JsonObject Swarm(SwarmState state, ModelNode self) =>
        new()
        {
            ["NodeID"] = self.Id,
            ["NodeAddr"] = self.Address,
            ["LocalNodeState"] = "active",
            ["ControlAvailable"] = true,
            ["Error"] = "",
            ["RemoteManagers"] = new JsonArray(
                new JsonObject { ["NodeID"] = self.Id, ["Addr"] = state.ClusterAddress }
            ),
            ["Nodes"] = state.Nodes.Count,
            ["Managers"] = 1,
            ["Cluster"] = ClusterJson.Of(state, withTokens: false),
        };

    private static JsonArray Plugins(NodeFacts facts, string type) =>
        new([
            .. facts
                .Plugins.Where(plugin => plugin.Type == type)
                .Select(plugin => JsonValue.Create(plugin.Name)),
        ]);
}
