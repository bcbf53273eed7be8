using Mullion.Core.Convergence.Runs;
using Mullion.Simulation.Faults;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Cuts the power at one operation of a run, which is then begun again until it ends.</summary>
internal static class PowerCut
{
    /// <summary>How many operations an undisturbed run takes.</summary>
    public static async Task<int> OperationsAsync(Bed bed, Func<Task<NodeResult>> run)
    {
        var before = bed.Host.Operations;
        (await run()).Status.ShouldBe(RunStatus.Done, bed.Told());
        return bed.Host.Operations - before;
    }

    public static async Task<NodeResult> RunAsync(
        Bed bed,
        int operation,
        FaultKind kind,
        Func<Task<NodeResult>> run
    )
    {
        var lost = 0;
        bed.Host.ConnectionLost += (_, e) => lost += e.Reason == "the power was cut" ? 1 : 0;
        bed.Host.Faults = FaultPlan.At(bed.Host.Operations + operation, kind, seed: operation);

        var result = await Bed.InsistAsync(run);

        lost.ShouldBe(1, $"no power cut at operation {operation}");
        bed.Host.Faults = new FaultPlan();
        return result;
    }
}
