using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What plans say, action by action.</summary>
public sealed class PlannerTests : IDisposable
{
    private readonly Bed _bed = new(HostTemplates.Bare(20348));

    [Fact]
    public async Task A_bare_host_creates_and_updates_and_tells_what_is_known_only_later()
    {
        var plan = (await _bed.PlanAsync()).Plan;

        Actions(plan, PlanAction.Update).ShouldBe(["feature/Containers"]);
        Actions(plan, PlanAction.Create)
            .ShouldBe([
                "engine-package/docker",
                "service/docker",
                "firewall/swarm-2377-tcp",
                "firewall/swarm-7946-tcp",
                "firewall/swarm-7946-udp",
                "firewall/swarm-4789-udp",
                "cluster-node/win-1",
                "swarm-membership/shop",
                "node-ready/win-1",
                "node-label/win-1/rack",
            ]);
        Step(plan, "feature/Containers")
            .Changes.ShouldBe([new FieldChange("state", "disabled", "enabled")]);
        Step(plan, "swarm-membership/shop")
            .Changes.Single(c => c.Field == "nodeId")
            .ToString()
            .ShouldBe("nodeId: (none) → (known after swarm-membership/shop)");
        plan.Impact.ShouldBe(ImpactKind.Reboot);
        plan.Empty.ShouldBeFalse();
        plan.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_as_wanted_before_mullion_comes_is_adopted_and_never_taken_back()
    {
        using var bed = new Bed(HostTemplates.Bare(20348).WithContainersFeature());

        var plan = (await bed.PlanAsync()).Plan;
        await bed.ApplyAsync();

        Actions(plan, PlanAction.Adopt).ShouldBe(["feature/Containers"]);
        Actions((await bed.PlanAsync()).Plan, PlanAction.Adopt).ShouldBe(["feature/Containers"]);
        (await bed.PlanRemovalAsync()).Plan.Steps.ShouldNotContain(s =>
            s.Id == "feature/Containers"
        );
    }

    [Fact]
    public async Task What_mullion_made_and_is_as_wanted_needs_nothing()
    {
        await _bed.ApplyAsync();

        var plan = (await _bed.PlanAsync()).Plan;

        plan.Steps.ShouldAllBe(s => s.Action == PlanAction.None);
        plan.Steps.ShouldAllBe(s => s.Changes.Count == 0 && !s.RecordOnly);
        plan.Empty.ShouldBeTrue();
        plan.Impact.ShouldBe(ImpactKind.None);
    }

    [Fact]
    public async Task Drift_is_an_update_that_says_who()
    {
        await _bed.ApplyAsync();
        var rule = _bed.Host.Firewall.Find("Mullion-swarm-7946-udp")!;
        _bed.Host.Firewall.Replace(rule with { Profiles = "Domain" });

        var step = Changing((await _bed.PlanAsync()).Plan);

        step.Action.ShouldBe(PlanAction.Update);
        step.Changes.ShouldBe([new FieldChange("profiles", "Domain", "Any")]);
        step.Reason.ShouldBe("changed by others since Mullion applied it");
    }

    [Fact]
    public async Task What_others_removed_is_created_again()
    {
        await _bed.ApplyAsync();
        _bed.Host.Firewall.Remove("Mullion-swarm-7946-udp");

        Changing((await _bed.PlanAsync()).Plan).Action.ShouldBe(PlanAction.Create);
    }

    [Fact]
    public async Task After_until_the_same_is_a_conflict()
    {
        await _bed.ApplyAsync(o => o with { Until = Heading.Network });
        var rule = _bed.Host.Firewall.Find("Mullion-swarm-7946-udp")!;
        _bed.Host.Firewall.Replace(rule with { Profiles = "Domain" });

        var plan = (await _bed.PlanAsync()).Plan;

        var conflict = plan.Conflicts.ShouldHaveSingleItem();
        conflict.Reason.ShouldBe("changed by others since Mullion stopped here");
        conflict.Changing.ShouldBeFalse();
        plan.Empty.ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_that_goes_on_and_fails_does_not_turn_the_conflict_into_drift()
    {
        await _bed.ApplyAsync(o => o with { Until = Heading.Network });
        _bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.Error) { Operation = "engine.join", Times = null }
        );
        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Failed, _bed.Told());
        _bed.Host.Faults = new FaultPlan();
        var rule = _bed.Host.Firewall.Find("Mullion-swarm-7946-udp")!;
        _bed.Host.Firewall.Replace(rule with { Profiles = "Domain" });

        var conflict = (await _bed.PlanAsync()).Plan.Conflicts.ShouldHaveSingleItem();

        conflict.Reason.ShouldBe("changed by others since Mullion stopped here");
        (await _bed.ApplyAsync(o => o with { ForceConflicts = true })).Status.ShouldBe(
            RunStatus.Done,
            _bed.Told()
        );
        _bed.Host.Firewall.Replace(rule with { Profiles = "Domain" });
        Changing((await _bed.PlanAsync()).Plan)
            .Reason.ShouldBe("changed by others since Mullion applied it");
    }

    [Fact]
    public async Task What_the_spec_no_longer_names_is_removed()
    {
        await _bed.ApplyAsync();
        _bed.Spec = _bed.Spec with
        {
            Nodes = [_bed.Spec.Nodes[0] with { Labels = new Dictionary<string, string>() }],
        };

        var step = Changing((await _bed.PlanAsync()).Plan);

        step.Id.ShouldBe("node-label/win-1/rack");
        step.Action.ShouldBe(PlanAction.Remove);
        step.Reason.ShouldBe("no longer in the spec");
        step.Changes.ShouldBe([new FieldChange("value", "a", null)]);
    }

    [Fact]
    public async Task A_removal_names_everything_that_mullion_owns_and_what_stays()
    {
        await _bed.ApplyAsync();
        var rule = _bed.Host.Firewall.Find("Mullion-swarm-7946-udp")!;
        _bed.Host.Firewall.Replace(rule with { Profiles = "Domain" });

        var plan = (await _bed.PlanRemovalAsync()).Plan;

        plan.Steps.ShouldAllBe(s => s.Action == PlanAction.Remove);
        plan.Steps.Count.ShouldBe(11);
        Step(plan, "firewall/swarm-7946-udp")
            .Reason.ShouldBe("stays in part: others changed profiles since");
        Step(plan, "service/docker").Impact.Text.ShouldBe("engine restart: 0 containers");
        plan.Impact.ShouldBe(ImpactKind.Reboot);
    }

    [Fact]
    public async Task A_removal_of_a_host_that_mullion_never_touched_is_empty_and_changes_nothing()
    {
        var before = _bed.Snapshot();

        var plan = await _bed.PlanRemovalAsync();
        var result = await _bed.RemoveAsync();

        plan.Plan.Steps.ShouldBeEmpty();
        result.Status.ShouldBe(RunStatus.Done);
        before.Diff(_bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_does_not_move_with_time_and_what_changes_by_itself()
    {
        await _bed.ApplyAsync();
        var before = (await _bed.PlanAsync()).Plan;
        _bed.Clock.Advance(TimeSpan.FromHours(1));

        var after = (await _bed.PlanAsync()).Plan;

        before.MovedIn(after).ShouldBeEmpty();
        before.Digest().ShouldBe(after.Digest());
    }

    [Fact]
    public async Task A_plan_moves_with_a_field_and_with_a_wish()
    {
        await _bed.ApplyAsync();
        var before = (await _bed.PlanAsync()).Plan;
        _bed.Host.Services.Configure(
            _bed.Host.Services.Find("docker")!.Config with
            {
                Start = ServiceStart.Manual,
            }
        );
        _bed.Spec = _bed.Spec with
        {
            Nodes =
            [
                _bed.Spec.Nodes[0] with
                {
                    Labels = new Dictionary<string, string> { ["rack"] = "b" },
                },
            ],
        };

        var after = (await _bed.PlanAsync()).Plan;

        before
            .MovedIn(after)
            .ShouldBe(["service/docker", "node-label/win-1/rack"], ignoreOrder: true);
        before.Digest().ShouldNotBe(after.Digest());
    }

    public void Dispose() => _bed.Dispose();

    private static IEnumerable<string> Actions(Plan plan, PlanAction action) =>
        plan.Steps.Where(s => s.Action == action).Select(s => s.Id);

    private static PlanStep Step(Plan plan, string id) => plan.Steps.Single(s => s.Id == id);

    private static PlanStep Changing(Plan plan) =>
        plan.Steps.Where(s => s.Changing).ShouldHaveSingleItem();
}
