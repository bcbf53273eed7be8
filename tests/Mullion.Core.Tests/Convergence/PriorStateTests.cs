using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Specs;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Whatever state a host is in when Mullion comes, the node works, and removal ends and leaves it so.</summary>
public sealed class PriorStateTests
{
    [Fact]
    public async Task A_feature_that_waited_for_a_restart_stays_as_the_restart_made_it()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.Host.Features.EnableAsync("Containers", CancellationToken.None);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Features.Find("Containers").ShouldBe(FeatureState.Enabled);
        bed.Host.Files.Find(HostPaths.Journal).ShouldBeNull();
    }

    [Fact]
    public async Task A_foreign_engine_that_stops_in_the_middle_is_not_mullions_to_take_back()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        var before = bed.Snapshot();
        bed.Reported = e =>
        {
            if (e.Kind == EventKind.StepStarted)
            {
                bed.Reported = _ => { };
                bed.Host.Services.StopAsync("docker", CancellationToken.None)
                    .GetAwaiter()
                    .GetResult();
                bed.Clock.Advance(TimeSpan.FromSeconds(30));
            }
        };
        // It ran when Mullion came, and is started again.
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.Find(HostPaths.Journal).ShouldBeNull();
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Fact]
    public async Task A_membership_that_others_made_with_other_addresses_is_refused_and_stays()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        await JoinAsync(bed, listen: "0.0.0.0:2378");
        var before = bed.Snapshot();

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Refused, bed.Told());
        result.Message!.ShouldContain("listenAddress");
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_join_by_others_that_was_cut_short_left_is_no_membership()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.PowerCutAfter) { Operation = "engine.enrolled" }
        );
        await Should.ThrowAsync<HostLostException>(() => JoinAsync(bed, listen: "0.0.0.0:2377"));
        bed.Host.Faults = new FaultPlan();
        await bed.ConnectAsync(CancellationToken.None);
        bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.NodesAsync()).ShouldHaveSingleItem().Ready.ShouldBeTrue();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.Find(HostPaths.Journal).ShouldBeNull();
    }

    [Fact]
    public async Task A_second_nic_that_never_has_an_address_holds_nothing_up()
    {
        using var bed = new Bed(
            HostTemplates
                .Bare(20348)
                .WithContainersFeature()
                .WithSecondNic("Ethernet 2", "00-15-5D-00-0A-16")
        );
        var before = bed.Snapshot();
        bed.Spec = bed.Spec with
        {
            Nodes =
            [
                bed.Spec.Nodes[0] with
                {
                    AdvertiseAddress = null,
                    DataPathAddress = null,
                    Interface = new InterfaceSpec { Name = "Ethernet" },
                },
            ],
        };

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    private static Task JoinAsync(Bed bed, string listen) =>
        bed.Host.Engine.JoinSwarmAsync(
            new SwarmJoin(
                ["10.0.0.5:2377"],
                bed.Swarm.WorkerToken,
                listen,
                "10.0.0.21",
                "10.0.0.21",
                "active"
            ),
            CancellationToken.None
        );
}
