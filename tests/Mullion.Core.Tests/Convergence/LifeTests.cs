using Mullion.Core.Convergence.Runs;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>From bare host to Ready node and back, undisturbed.</summary>
public sealed class LifeTests
{
    public static TheoryData<int> Builds => [.. HostTemplates.Builds.Keys];

    [Theory, MemberData(nameof(Builds))]
    public async Task A_bare_host_becomes_a_ready_node_and_goes_back_without_a_trace(int build)
    {
        using var bed = Bed.Bare(build);
        var before = bed.Snapshot();

        var applied = await bed.ApplyAsync();

        applied.Status.ShouldBe(RunStatus.Done, bed.Told());
        var node = (await bed.NodesAsync()).ShouldHaveSingleItem();
        node.Ready.ShouldBeTrue();
        node.Os.ShouldBe("windows");
        node.Labels["rack"].ShouldBe("a");

        var removed = await bed.RemoveAsync();

        removed.Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.NodesAsync()).ShouldBeEmpty();
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Builds))]
    public async Task A_second_apply_has_an_empty_plan_and_writes_nothing(int build)
    {
        using var bed = Bed.Bare(build);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        var before = bed.Snapshot();

        var plan = await bed.PlanAsync();
        var again = await bed.ApplyAsync();

        plan.Settled.ShouldBeTrue(string.Join("\n", plan.Plan.Steps));
        again.Steps.ShouldBeEmpty();
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }
}
