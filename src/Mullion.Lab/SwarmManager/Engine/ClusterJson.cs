using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>The swarm as <c>GET /swarm</c> shows it, with tokens, and <c>GET /info</c>, without.</summary>
internal static class ClusterJson
{
    public static JsonObject Of(SwarmState state, bool withTokens)
    {
        var json = ObjectJson.Head(
            state.ClusterId,
            state.ClusterVersion,
            state.CreatedAt,
            state.UpdatedAt
        );
        json["Spec"] = Spec(state);
        json["TLSInfo"] = ObjectJson.TlsInfo(state.Authority);
        json["RootRotationInProgress"] = false;
        json["DefaultAddrPool"] = null;
        json["SubnetSize"] = 24;
        json["DataPathPort"] = 4789;
        if (withTokens)
        {
            json["JoinTokens"] = new JsonObject
            {
                ["Worker"] = state.WorkerToken,
                ["Manager"] = state.ManagerToken,
            };
        }

        return json;
    }

    private static JsonObject Spec(SwarmState state) =>
        new()
        {
            ["Name"] = "default",
            ["Labels"] = new JsonObject(),
            ["Orchestration"] = new JsonObject { ["TaskHistoryRetentionLimit"] = 5 },
            ["Raft"] = new JsonObject
            {
                ["SnapshotInterval"] = 10000,
                ["KeepOldSnapshots"] = 0,
                ["LogEntriesForSlowFollowers"] = 500,
                ["ElectionTick"] = 10,
                ["HeartbeatTick"] = 1,
            },
            ["Dispatcher"] = new JsonObject
            {
                ["HeartbeatPeriod"] = state.HeartbeatPeriod.Ticks * TimeSpan.NanosecondsPerTick,
            },
            ["CAConfig"] = new JsonObject { ["NodeCertExpiry"] = 7_776_000_000_000_000L },
            ["TaskDefaults"] = new JsonObject(),
            ["EncryptionConfig"] = new JsonObject { ["AutoLockManagers"] = false },
        };
}
