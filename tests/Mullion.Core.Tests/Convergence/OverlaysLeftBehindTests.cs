using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Removal ends at the first snapshot, whether the swarm's networks go by themselves or stay in HNS.</summary>
public sealed class OverlaysLeftBehindTests
{
    // By its name a machine on which the engine gives up waiting for HNS.
    private const string Slow = "WIN-8";

    [Theory]
    [InlineData("WIN-1", true)]
    [InlineData("WIN-1", false)]
    [InlineData(Slow, true)]
    [InlineData(Slow, false)]
    public async Task Removal_leaves_nothing(string machine, bool adopted)
    {
        using var bed = adopted
            ? Bed.Named(machine, HostTemplates.WithEngine(17763), Bed.Specs.Adopting)
            : Bed.Named(machine, HostTemplates.Bare(20348), Bed.Specs.Bare);
        var before = bed.Snapshot();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
        (machine == Slow).ShouldBe(bed.Told().Contains("which the engine left behind"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removal_after_a_kill_leaves_nothing(bool managersAnswer)
    {
        using var bed = new Bed(HostTemplates.WithEngine(17763), Bed.Specs.Adopting);
        var before = bed.Snapshot();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Services.Crash("docker");
        // An engine that does not find its managers does not take up what the killed one left.
        bed.Way.Answering = managersAnswer;
        await bed.Host.Services.StartAsync("docker", CancellationToken.None);
        await bed.Host.QuietAsync();

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
        managersAnswer.ShouldNotBe(bed.Told().Contains("which the engine left behind"));
    }

    [Fact]
    public async Task A_removal_that_only_has_networks_to_delete_says_that_it_cuts_the_connection()
    {
        using var bed = Bed.Named(Slow, HostTemplates.WithEngine(17763), Bed.Specs.Adopting);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        await bed.Host.Engine.LeaveSwarmAsync(force: true, CancellationToken.None);

        (await bed.PlanRemovalAsync())
            .Plan.Steps.Single(s => s.Id == "swarm-membership/shop")
            .Impact.Kind.ShouldBe(ImpactKind.NetworkCut);
    }
}
