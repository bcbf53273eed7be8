namespace Mullion.Simulation.Quirks;

/// <summary>
/// A forced leave, and an engine that is killed or uninstalled while in a swarm, leave the overlay networks in HNS, and with
/// them the vSwitch on the NIC.
/// </summary>
internal static class OverlayLeftBehind
{
    public static readonly Quirk Quirk = new(
        "overlay-left-behind",
        "After a forced leave the ingress overlay stays in HNS.",
        "facts, row F4: orphan overlay networks are to be cleaned after leaving the swarm; dockerd-log-hns-networks-response-win10-private.txt"
    );
}
