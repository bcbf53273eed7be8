using Mullion.Core.Convergence.Runs;
using Mullion.Core.Specs;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Two hosts of one swarm, at work at the same time: neither sees, waits for or takes what is the other's.</summary>
public sealed class ParallelTests
{
    [Fact]
    public async Task Two_nodes_join_and_leave_side_by_side()
    {
        using var one = new Bed(Host(1));
        using var two = new Bed(Host(2), Spec(2), beside: one);
        var (first, second) = (one.Snapshot(), two.Snapshot());

        await BothAsync(() => one.ApplyAsync(), () => two.ApplyAsync());

        (await one.NodesAsync()).Select(n => n.Name).ShouldBe(["WIN-1", "WIN-2"], true);
        (await one.NodesAsync()).ShouldAllBe(n => n.Ready && n.Labels["rack"] == "a");
        (await one.PlanAsync()).Settled.ShouldBeTrue();
        (await two.PlanAsync()).Settled.ShouldBeTrue();

        await BothAsync(() => one.RemoveAsync(), () => two.RemoveAsync());

        (await one.NodesAsync()).ShouldBeEmpty();
        first.Diff(one.Snapshot()).ShouldBeEmpty(one.Told());
        second.Diff(two.Snapshot()).ShouldBeEmpty(two.Told());
    }

    [Fact]
    public async Task The_removal_of_one_leaves_the_other_as_it_is()
    {
        using var one = new Bed(Host(1));
        using var two = new Bed(Host(2), Spec(2), beside: one);
        await BothAsync(() => one.ApplyAsync(), () => two.ApplyAsync());
        var before = two.Snapshot();

        (await one.RemoveAsync()).Status.ShouldBe(RunStatus.Done, one.Told());

        before.Diff(two.Snapshot()).ShouldBeEmpty();
        (await two.NodesAsync()).ShouldHaveSingleItem().Name.ShouldBe("WIN-2");
        (await two.PlanAsync()).Settled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_power_cut_of_one_does_not_disturb_the_other()
    {
        using var one = new Bed(Host(1));
        using var two = new Bed(Host(2), Spec(2), beside: one);
        one.Host.Faults = new FaultPlan(
            new Fault(FaultKind.PowerCutAfter) { Operation = "engine.enrolled" }
        );

        await BothAsync(() => one.ApplyAsync(), () => two.ApplyAsync());

        (await two.NodesAsync()).ShouldAllBe(n => n.Ready);
        (await two.NodesAsync()).Count.ShouldBe(2);
        two.Events.ShouldNotContain(e => e.Kind == EventKind.StepFailed);
    }

    private static async Task BothAsync(Func<Task<NodeResult>> one, Func<Task<NodeResult>> two)
    {
        var runs = await Task.WhenAll(
            Task.Run(() => Bed.InsistAsync(one)),
            Task.Run(() => Bed.InsistAsync(two))
        );
        runs.ShouldAllBe(r => r.Status == RunStatus.Done);
    }

    private static HostTemplate Host(int number) =>
        HostTemplates
            .Bare(number == 1 ? 20348 : 17763)
            .Named($"WIN-{number}")
            .WithNic("Ethernet", $"00-15-5D-00-0A-1{number + 4}", $"10.0.0.2{number}");

    private static ClusterSpec Spec(int number) =>
        Bed.Specs.Bare with
        {
            Nodes =
            [
                Bed.Specs.Bare.Nodes[0] with
                {
                    Name = $"win-{number}",
                    AdvertiseAddress = $"10.0.0.2{number}",
                    DataPathAddress = $"10.0.0.2{number}",
                },
            ],
        };
}
