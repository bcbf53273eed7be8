using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Ctrl-C, and stopping at a heading: the run ends at a safe point and says so, and the next one goes on.</summary>
public sealed class CancellationTests
{
    private static readonly HostTemplate Bare = HostTemplates.Bare(20348);

    /// <summary>Interrupted at each event in turn, which is before, within and after every step.</summary>
    [Fact]
    public async Task Ctrl_c_at_every_moment_of_apply_ends_the_run_and_the_next_one_goes_on()
    {
        using var undisturbed = new Bed(Bare);
        (await undisturbed.ApplyAsync()).Status.ShouldBe(RunStatus.Done);
        var joined = Shape.Of(undisturbed.Snapshot());
        var moments = undisturbed.Events.Count - 1;

        for (var moment = 1; moment <= moments; moment++)
        {
            using var bed = new Bed(Bare);
            bed.Snapshot();

            await InterruptedAsync(bed, moment, c => bed.ApplyAsync(null, c));

            (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, $"{moment}\n{bed.Told()}");
            joined.Diff(Shape.Of(bed.Snapshot())).ShouldBeEmpty($"{moment}\n{bed.Told()}");
            (await bed.PlanAsync()).Settled.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Ctrl_c_at_every_moment_of_removal_ends_the_run_and_the_next_one_goes_on()
    {
        using var undisturbed = new Bed(Bare);
        await undisturbed.ApplyAsync();
        var first = undisturbed.Events.Count;
        await undisturbed.RemoveAsync();
        var moments = undisturbed.Events.Count - first - 1;

        for (var moment = 1; moment <= moments; moment++)
        {
            using var bed = new Bed(Bare);
            var before = bed.Snapshot();
            await bed.ApplyAsync();

            await InterruptedAsync(bed, moment, c => bed.RemoveAsync(null, c));

            (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, $"{moment}\n{bed.Told()}");
            before.Diff(bed.Snapshot()).ShouldBeEmpty($"{moment}\n{bed.Told()}");
            (await bed.NodesAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Ctrl_c_before_anything_was_begun_changes_nothing()
    {
        using var bed = new Bed(Bare);
        var before = bed.Snapshot();
        using var cancel = new CancellationTokenSource();
        var plan = await bed.PlanAsync();
        cancel.Cancel();

        var result = await bed.Run().ApplyAsync(plan, bed.Options(), cancel.Token);

        result.Status.ShouldBe(RunStatus.Interrupted);
        result.Steps.ShouldBeEmpty();
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Heading.Prepare, "stopped-after-prepare")]
    [InlineData(Heading.Runtime, "stopped-after-runtime")]
    [InlineData(Heading.Network, "stopped-after-network")]
    [InlineData(Heading.Join, "stopped-after-join")]
    [InlineData(Heading.Verify, "stopped-after-verify")]
    public async Task Until_a_heading_stops_there_and_goes_on_later(Heading until, string outcome)
    {
        using var bed = new Bed(Bare);
        var before = bed.Snapshot();

        var stopped = await bed.ApplyAsync(o => o with { Until = until });

        stopped.Status.ShouldBe(RunStatus.Stopped, bed.Told());
        var inventory = FileJournal.Open(bed.Host.Files, bed.Clock).Inventory;
        inventory.LastOutcome.ShouldBe(outcome);
        inventory.Resources.Values.ShouldAllBe(o => o.Resource.Heading <= until);
        var plan = (await bed.PlanAsync()).Plan;
        plan.Steps.Where(s => s.Changing)
            .ShouldAllBe(s => s.Heading > until, string.Join("\n", plan.Steps));
        plan.Conflicts.ShouldBeEmpty();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    private static async Task InterruptedAsync(
        Bed bed,
        int moment,
        Func<CancellationToken, Task<NodeResult>> run
    )
    {
        using var cancel = new CancellationTokenSource();
        bed.Events.Clear();
        bed.Reported = _ =>
        {
            if (bed.Events.Count == moment)
            {
                cancel.Cancel();
            }
        };

        try
        {
            var result = await run(cancel.Token);

            // What was under way may have been the last of all.
            if (result.Status != RunStatus.Done)
            {
                result.Status.ShouldBe(RunStatus.Interrupted, $"{moment}\n{bed.Told()}");
                await bed.ConnectAsync(CancellationToken.None);
                // While the host restarts nobody is there to record it; the run has then not ended, for all the journal knows.
                FileJournal
                    .Open(bed.Host.Files, bed.Clock)
                    .Inventory.LastOutcome.ShouldBe(
                        bed.Events.Any(e => e.Kind == EventKind.Rebooting)
                        && bed.Events.All(e => e.Kind != EventKind.Back)
                            ? null
                            : RunOutcome.Interrupted,
                        $"{moment}\n{bed.Told()}"
                    );
            }
        }
        finally
        {
            bed.Reported = _ => { };
        }
    }
}
