namespace Mullion.Simulation.Quirks;

/// <summary>One way in which real Windows hosts are uglier than one would think.</summary>
/// <param name="Id">Stable name, lower case with hyphens; <see cref="Templates.HostTemplate.Without"/> takes it.</param>
/// <param name="Summary">What happens, in a sentence.</param>
/// <param name="Source">The capture or document that shows it.</param>
public sealed record Quirk(string Id, string Summary, string Source)
{
    /// <summary>Every quirk there is.</summary>
    public static IReadOnlyList<Quirk> All { get; } =
    [
        PendingServices.Quirk,
        DeletedServiceLingers.Quirk,
        RunningProgramIsLocked.Quirk,
        FeatureNeedsReboot.Quirk,
        FeatureTakesTime.Quirk,
        SlowHns.Quirk,
        SwitchTakesNic.Quirk,
        LateAddresses.Quirk,
        RoutesLost.Quirk,
        NewIndexes.Quirk,
        NonPersistentNetworks.Quirk,
        LateNetworks.Quirk,
        EngineNeedsRs5.Quirk,
        EngineResidue.Quirk,
        LayersNeedHcs.Quirk,
        OverlayLeftBehind.Quirk,
        OverlayNeedsUpdate.Quirk,
    ];
}
