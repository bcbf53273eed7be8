using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>The manager's own node: Linux, leader, always Ready.</summary>
internal static class LinuxManagerNode
{
    private static readonly string[] Logs =
    [
        "awslogs",
        "fluentd",
        "gcplogs",
        "gelf",
        "journald",
        "json-file",
        "local",
        "logentries",
        "splunk",
        "syslog",
    ];

    private static readonly string[] Networks =
    [
        "bridge",
        "host",
        "ipvlan",
        "macvlan",
        "null",
        "overlay",
    ];

    public static ModelNode AddTo(SwarmState state)
    {
        var node = state.AddNode(state.Ids.Next(), NodeRole.Manager, NodeAvailability.Active);
        node.Issuance = IssuanceState.Issued;
        node.State = NodeState.Ready;
        node.HeartbeatImplied = true;
        node.Facts = new NodeFacts(
            state.Options.Hostname,
            "x86_64",
            "linux",
            2_000_000_000,
            4L << 30,
            state.Options.EngineVersion,
            new Dictionary<string, string>(),
            [
                .. Logs.Select(name => new NodePlugin("Log", name)),
                .. Networks.Select(name => new NodePlugin("Network", name)),
                new NodePlugin("Volume", "local"),
            ]
        );
        return node;
    }
}
