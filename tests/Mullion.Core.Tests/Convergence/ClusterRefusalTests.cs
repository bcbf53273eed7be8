using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Specs;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What stands in the way beside the host itself: managers, names, other clusters, other runs.</summary>
public sealed class ClusterRefusalTests
{
    private static readonly HostTemplate Bare = HostTemplates.Bare(20348);

    [Fact]
    public async Task When_no_manager_answers_from_the_host()
    {
        using var bed = new Bed(Bare);
        bed.Gateway.Reachable = false;

        await Refused.ByAsync(bed, "manager", "10.0.0.5:2377", "actively refused");

        bed.Gateway.Reachable = true;
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Fact]
    public async Task When_another_swarm_answers_at_the_join_address()
    {
        using var bed = new Bed(Bare);
        bed.Way.Gateway = new Lab.Gateways.MemorySwarmGateway(
            Refused.OtherSwarm(bed, "10.0.0.5:2377")
        );

        await Refused.ByAsync(bed, "manager", "10.0.0.5:2377", "root CA");
    }

    [Theory]
    [InlineData(true, "ready", "Rename the host")]
    [InlineData(false, "down", "--host-gone")]
    public async Task When_the_name_is_taken(bool ready, string state, string fix)
    {
        using var bed = new Bed(Bare);
        using var other = new Bed(Bare, beside: bed);
        (await other.ApplyAsync()).Status.ShouldBe(RunStatus.Done, other.Told());
        if (!ready)
        {
            other.Host.CutPower();
            bed.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var refusal = await Refused.ByAsync(bed, "name-taken", "WIN-1", state);

        refusal.Fix!.ShouldContain(fix);
        (await bed.NodesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_host_in_another_swarm()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        var swarm = Refused.OtherSwarm(bed, "10.0.0.9:2377");
        bed.Way.Gateway = new Lab.Gateways.MemorySwarmGateway(bed.Swarm, swarm);
        await bed.Host.Engine.JoinSwarmAsync(
            new SwarmJoin(
                ["10.0.0.9:2377"],
                swarm.WorkerToken,
                "0.0.0.0:2377",
                null,
                null,
                "active"
            ),
            CancellationToken.None
        );

        var refusal = await Refused.ByAsync(bed, "other-swarm", "another swarm", "shop");

        refusal.Fix!.ShouldContain("docker swarm leave");
    }

    [Fact]
    public async Task Of_a_host_that_belongs_to_another_cluster()
    {
        using var bed = new Bed(Bare);
        await bed.ApplyAsync();
        var before = bed.Snapshot();
        var planner = new NodePlanner(
            "bank",
            bed.Side,
            (cluster, host) =>
                Blueprints.SwarmWorker.Of(
                    bed.Spec with
                    {
                        Metadata = new MetadataSpec { Name = "bank" },
                    },
                    bed.Spec.Nodes[0],
                    cluster,
                    host
                ),
            (cluster, plan) => Blueprints.SwarmWorker.Secrets(cluster, plan)
        );
        await using var executor = await bed.ConnectAsync(CancellationToken.None);

        var plan = await planner.ApplyAsync(executor, CancellationToken.None);
        var run = new NodeRun(bed, planner, bed.Side, bed);
        var error = await Should.ThrowAsync<MullionException>(() =>
            run.ApplyAsync(plan, bed.Options(), CancellationToken.None)
        );

        var refusal = plan.Plan.Refusals.Single(f => f.Id == "other-cluster");
        refusal.Message.ShouldBe("The host belongs to the cluster shop as win-1, not to bank.");
        error.Message.ShouldBe(refusal.Message);
        error.Fix!.ShouldContain("mullion node remove win-1");
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_another_run_has_the_host_which_is_named()
    {
        using var bed = new Bed(Bare);
        await bed.ApplyAsync();
        await using var other = new LocalExecutor(bed.Host);
        await other.BeginAsync(
            new RunRequest("remove", "shop", "win-1", null, "bob@admin-2"),
            CancellationToken.None
        );

        // It holds the host, and has not changed anything yet.
        var begun = await Should.ThrowAsync<MullionException>(() => bed.RemoveAsync());
        await other.TakeBackAsync(new TakeBackRequest([]), bed, CancellationToken.None);
        var named = await Should.ThrowAsync<MullionException>(() => bed.RemoveAsync());

        begun.Message.ShouldContain("Another run has the host: remove by bob@admin-2, since 2026-");
        named.Message.ShouldBe(begun.Message);
        await other.EndAsync("done", CancellationToken.None);
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Fact]
    public async Task Of_a_plan_that_the_host_has_moved_away_from()
    {
        using var bed = new Bed(Bare);
        var plan = await bed.PlanAsync();
        bed.Host.Firewall.Put(
            new FirewallRule(
                "Mullion-swarm-4789-udp",
                "mine",
                "",
                Inbound: true,
                Allow: true,
                "UDP",
                "4789",
                "Any",
                "Any",
                Enabled: true
            )
        );
        var before = bed.Snapshot();

        var result = await bed.Run().ApplyAsync(plan, bed.Options(), CancellationToken.None);

        result.Status.ShouldBe(RunStatus.Refused);
        result.Message.ShouldBe(
            "win-1 has changed since the plan was made: firewall/swarm-4789-udp."
        );
        result.Fix.ShouldBe("Plan again.");
        result.Changed.ShouldBeFalse();
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }
}
