namespace Mullion.Simulation.Quirks;

/// <summary>The Containers feature is EnablePending until the next boot, and Windows wants a restart from then on.</summary>
internal static class FeatureNeedsReboot
{
    public static readonly Quirk Quirk = new(
        "feature-needs-reboot",
        "An enabled or disabled feature takes effect at the next boot.",
        "facts, row G3; dism-get-features-containers-hyperv-enabled.txt"
    );

    /// <summary>Why Windows wants a restart then (the registry key of Component Based Servicing).</summary>
    public const string Reason = "Component Based Servicing: RebootPending";
}
