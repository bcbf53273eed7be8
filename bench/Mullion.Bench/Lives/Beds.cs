using Mullion.Core.Convergence.Runs;
using Mullion.Core.Tests.Convergence;
using Mullion.Simulation.Templates;

namespace Mullion.Bench.Lives;

/// <summary>The hosts that are measured. Making one takes about 0.1 ms and is part of what is measured.</summary>
internal static class Beds
{
    private static readonly HostTemplate Bare20348 = HostTemplates.Bare(20348);
    private static readonly HostTemplate Engine17763 = HostTemplates.WithEngine(17763);

    public static Bed Bare() => new(Bare20348, Bed.Specs.Bare);

    public static Bed Adopting() => new(Engine17763, Bed.Specs.Adopting);

    /// <summary>A run that did not do its work would be fast, and mean nothing.</summary>
    public static void Require(NodeResult result, Bed bed)
    {
        if (result.Status != RunStatus.Done)
        {
            throw new InvalidOperationException(bed.Told());
        }
    }
}
