using Mullion.Lab.SwarmManager.Model;
using Mullion.Simulation.Swarm;
using Mullion.Swarm.Worker;

namespace Mullion.Lab.Gateways;

/// <summary>What a Windows engine tells managers of its machine.</summary>
internal static class WindowsNodeFacts
{
    private static readonly NodePlugin[] Plugins =
    [
        .. WorkerPlugin.BuiltInOnWindows.Select(p => new NodePlugin(p.Kind, p.Name)),
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
}
