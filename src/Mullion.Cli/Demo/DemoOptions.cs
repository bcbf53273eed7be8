namespace Mullion.Cli.Demo;

/// <summary>How the demo was asked for.</summary>
/// <param name="Seed">Chooses where the power is cut.</param>
/// <param name="CutAt">The operation of win-2022's apply at which the power is cut; null to let the seed choose.</param>
/// <param name="Swarm">A real manager's Engine API; null for the simulated one.</param>
/// <param name="Keep">Whether the lab stays up.</param>
internal sealed record DemoOptions(int Seed, int? CutAt, string? Swarm, bool Keep)
{
    // An apply on the demo's bare host takes some more than this many operations, so that the power is always cut on the way.
    private const int OperationsOfApply = 200;

    /// <summary>The operation at which the power is cut, counted from the apply's first.</summary>
    public int Operation => CutAt ?? 1 + new Random(Seed).Next(OperationsOfApply);
}
