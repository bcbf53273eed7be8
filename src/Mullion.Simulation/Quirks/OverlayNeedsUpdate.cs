namespace Mullion.Simulation.Quirks;

/// <summary>Server 2016 has overlay networks only from the update KB4015217 on (14393.1066).</summary>
internal static class OverlayNeedsUpdate
{
    public static readonly Quirk Quirk = new(
        "overlay-needs-update",
        "On build 14393 before revision 1066 the engine has no overlay driver: tasks are rejected with \"plugin not found\".",
        "docker-service-ps-2016-swarm-overlay-plugin-not-found.txt; facts, rows F1 and G7"
    );

    public static bool HasOverlay(SimulatedHost host) =>
        host.State.Machine is not { Build: 14393, Revision: < 1066 } || !host.Has(Quirk);
}
