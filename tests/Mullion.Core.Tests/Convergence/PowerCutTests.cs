using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// The power goes at every single operation of apply and of removal: before it, in the middle of it, and after it. The next run ends
/// where an undisturbed one would have ended.
/// </summary>
public sealed class PowerCutTests
{
    public static TheoryData<int, FaultKind> Cuts
    {
        get
        {
            var data = new TheoryData<int, FaultKind>();
            foreach (var build in HostTemplates.Builds.Keys)
            {
                data.Add(build, FaultKind.PowerCutBefore);
                data.Add(build, FaultKind.PowerCutWithin);
                data.Add(build, FaultKind.PowerCutAfter);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cuts))]
    public async Task At_every_operation_of_apply_and_of_removal(int build, FaultKind kind)
    {
        using var undisturbed = Bed.Bare(build);
        var bare = undisturbed.Snapshot();
        var applying = await PowerCut.OperationsAsync(undisturbed, () => undisturbed.ApplyAsync());
        var joined = Shape.Of(undisturbed.Snapshot());
        var removing = await PowerCut.OperationsAsync(undisturbed, () => undisturbed.RemoveAsync());

        await Parallel.ForEachAsync(
            Enumerable.Range(1, Math.Max(applying, removing)),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (cut, _) =>
            {
                using var bed = Bed.Bare(build);
                bed.Snapshot();

                // The shorter of the two is gone through more than once.
                var result = await PowerCut.RunAsync(
                    bed,
                    ((cut - 1) % applying) + 1,
                    kind,
                    () => bed.ApplyAsync()
                );

                var where =
                    $"{kind} at operation {cut} of {applying}, then of {removing} of removal, on {build}\n{bed.Told()}";
                result.Status.ShouldBe(RunStatus.Done, where);
                joined.Diff(Shape.Of(bed.Snapshot())).ShouldBeEmpty(where);
                (await bed.NodesAsync()).ShouldHaveSingleItem(where).Ready.ShouldBeTrue(where);
                (await bed.PlanAsync()).Settled.ShouldBeTrue(where);

                bed.Snapshot();
                result = await PowerCut.RunAsync(
                    bed,
                    ((cut - 1) % removing) + 1,
                    kind,
                    () => bed.RemoveAsync()
                );

                where += $"\n{bed.Told()}";
                result.Status.ShouldBe(RunStatus.Done, where);
                bare.Diff(bed.Snapshot()).ShouldBeEmpty(where);
                (await bed.NodesAsync()).ShouldBeEmpty(where);
            }
        );
    }

    [Fact]
    public async Task What_was_done_is_not_done_again()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.PowerCutAfter) { Operation = "services.start" }
        );

        await Bed.InsistAsync(() => bed.ApplyAsync());

        var applied = FileJournal
            .Open(bed.Host.Files, bed.Clock)
            .Records.Where(r => r.Type == RecordType.Applied)
            .Select(r => r.Id)
            .ToList();
        applied.ShouldBeUnique();
    }
}
