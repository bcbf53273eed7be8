using System.Globalization;

namespace Mullion.Simulation.Quirks;

/// <summary>
/// An engine that is told to stop, or to leave its swarm, takes its overlay networks out of HNS and with them the vSwitch on the
/// NIC. One that is killed does not; and where HNS is slow, one that is told waits 5 s and then goes without.
/// </summary>
/// <remarks>
/// In moby the removal that was given up goes on beside a leave, and ends with the engine. Here HNS is so slow that it comes to
/// nothing.
/// </remarks>
internal static class OverlayLeftBehind
{
    public static readonly Quirk Quirk = new(
        "overlay-left-behind",
        "On one machine in eight, which its name decides, the engine gives up waiting for HNS, and ingress stays after a stop or a leave.",
        "moby, cmd/dockerd/service_windows.go: Execute (a stop and a restart of the machine alike), daemon/daemon.go: Shutdown and DaemonLeavesCluster (\"timeout while waiting for ingress network removal\"), "
            + "daemon/cluster/swarm.go: Leave, daemon/network.go: releaseIngress; "
            + "facts, row F4: orphan overlay networks are to be cleaned after leaving the swarm"
    );

    /// <summary>How long the engine waits for HNS.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether HNS is that slow on this machine.</summary>
    public static bool TimesOut(SimulatedHost host) =>
        host.Has(Quirk)
        && int.Parse(
            host.NewGuid("ingress release")[..1],
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        ) < 2;
}
