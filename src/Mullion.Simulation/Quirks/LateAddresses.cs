namespace Mullion.Simulation.Quirks;

/// <summary>After a boot, and after a vSwitch was made or taken away, an interface has no address for a while.</summary>
internal static class LateAddresses
{
    public static readonly Quirk Quirk = new(
        "late-addresses",
        "An interface has no address for 3 s after a vSwitch was made or removed, and for 5 s after a boot.",
        "rke2-agent-log-2019-interface-without-address-after-delete.txt; flanneld-log-2019-interface-not-found-after-vswitch.txt"
    );

    public static TimeSpan AfterSwitch(SimulatedHost host) =>
        host.Has(Quirk) ? TimeSpan.FromSeconds(3) : TimeSpan.Zero;

    public static TimeSpan AfterBoot(SimulatedHost host) =>
        host.Has(Quirk) ? TimeSpan.FromSeconds(5) : TimeSpan.Zero;
}
