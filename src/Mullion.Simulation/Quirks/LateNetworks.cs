namespace Mullion.Simulation.Quirks;

/// <summary>After a boot HNS restores its persistent networks late: until then its list is short of them.</summary>
internal static class LateNetworks
{
    public static readonly Quirk Quirk = new(
        "late-networks",
        "Persistent HNS networks are not listed for 4 s after a boot.",
        "start-log-2022-hns-networks-after-reboot.txt; l2bridge-create-2022-after-reboot-name-exists-0x803b0010.txt; facts, row A8"
    );

    public static TimeSpan AfterBoot(SimulatedHost host) =>
        host.Has(Quirk) ? TimeSpan.FromSeconds(4) : TimeSpan.Zero;
}
