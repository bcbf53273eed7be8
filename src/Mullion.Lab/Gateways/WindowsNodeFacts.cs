using Mullion.Lab.SwarmManager.Model;
using Mullion.Simulation.Swarm;

namespace Mullion.Lab.Gateways;

/// <summary>What a Windows engine tells managers of its machine.</summary>
internal static class WindowsNodeFacts
{
    /// <summary>Sorted by type, then name, as engines send them.</summary>
    private static readonly NodePlugin[] Plugins =
    [
        .. Of(
            "Log",
            "awslogs",
            "etwlogs",
            "fluentd",
            "gcplogs",
            "gelf",
            "json-file",
            "local",
            "splunk",
            "syslog"
        ),
        .. Of(
            "Network",
            "ics",
            "internal",
            "l2bridge",
            "l2tunnel",
            "nat",
            "null",
            "overlay",
            "private",
            "transparent"
        ),
        .. Of("Volume", "local"),
    ];

    private static readonly Dictionary<string, string> NoLabels = [];

    public static NodeFacts Of(SimulatedNode node) =>
        new(
            node.Hostname,
            "x86_64",
            "windows",
            node.Processors * 1_000_000_000L,
            node.MemoryBytes,
            node.EngineVersion,
            NoLabels,
            Plugins
        );

    private static IEnumerable<NodePlugin> Of(string type, params string[] names) =>
        names.Select(name => new NodePlugin(type, name));
}
