namespace Mullion.Simulation.Quirks;

/// <summary>
/// The first external network on a NIC makes a vSwitch: <c>Ethernet</c> is gone from the interfaces, <c>vEthernet
/// (Ethernet)</c> has its MAC and a new index, and every connection drops. The last one's deletion turns it back.
/// </summary>
internal static class SwitchTakesNic
{
    public static readonly Quirk Quirk = new(
        "switch-takes-nic",
        "The swarm's ingress overlay takes the NIC: new alias, new index, connections cut.",
        "ipconfig-all-1803-vethernet-azure-healthy.txt; route-print-aws-after-hybrid-overlay.txt; facts on HNS, section 8"
    );

    public static string Alias(string nic) => $"vEthernet ({nic})";
}
