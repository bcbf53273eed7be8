namespace Mullion.Simulation.Quirks;

/// <summary>The Host Network Service takes its time.</summary>
internal static class SlowHns
{
    public static readonly Quirk Quirk = new(
        "slow-hns",
        "Deleting an HNS network takes 2 s.",
        "rke2-agent-log-2019-interface-without-address-after-delete.txt"
    );

    public static TimeSpan DeleteTime(SimulatedHost host) =>
        host.Has(Quirk) ? TimeSpan.FromSeconds(2) : TimeSpan.Zero;
}
