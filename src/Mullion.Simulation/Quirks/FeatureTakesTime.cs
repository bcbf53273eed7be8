namespace Mullion.Simulation.Quirks;

/// <summary>DISM works for a while.</summary>
internal static class FeatureTakesTime
{
    public static readonly Quirk Quirk = new(
        "feature-takes-time",
        "Enabling or disabling a feature takes 5 s; a real host takes some tens of seconds, which nobody wants to wait for in a lab.",
        "documentation of DismEnableFeature: it reports its progress because it takes long"
    );

    public static TimeSpan Time(SimulatedHost host) =>
        host.Has(Quirk) ? TimeSpan.FromSeconds(5) : TimeSpan.Zero;
}
