using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Core.Specs;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What others made stays; what others changed on purpose is shown; what is in the way stops the run.</summary>
public sealed class OthersTests
{
    [Fact]
    public async Task An_engine_that_is_there_is_adopted_with_its_containers_and_stays()
    {
        using var bed = new Bed(HostTemplates.WithEngine(17763), Bed.Specs.Adopting);
        var before = bed.Snapshot();

        var plan = await bed.PlanAsync();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        plan.Plan.Steps.Single(s => s.Id == "engine/docker").Action.ShouldBe(PlanAction.Adopt);
        plan.Plan.Steps.Single(s => s.Id == "feature/Containers").Action.ShouldBe(PlanAction.Adopt);
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Fact]
    public async Task A_foreign_container_on_mullions_engine_stops_the_removal_before_anything_is_changed()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        bed.Host.Engine.Put(new("1234", "payroll", "corp.example/payroll:7") { Running = true });
        var before = bed.Snapshot();

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Refused);
        result.Message!.ShouldContain("payroll");
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
        (await bed.NodesAsync()).Single().Availability.ShouldBe("active");
    }

    [Fact]
    public async Task A_rule_that_others_changed_stays_at_removal_and_is_reported()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        var rule = bed.Host.Firewall.Find("Mullion-swarm-7946-udp")!;
        bed.Host.Firewall.Replace(rule with { RemoteAddresses = "10.0.0.0/8" });

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        var left = result.Steps.Single(s => s.Status == StepStatus.Left);
        left.Id.ShouldBe("firewall/swarm-7946-udp");
        left.Message!.ShouldContain("remoteAddresses");
        bed.Host.Firewall.Find(rule.Id).ShouldNotBeNull();
        bed.Host.Firewall.Find("Mullion-swarm-7946-tcp").ShouldBeNull();
    }

    [Fact]
    public async Task What_stays_keeps_what_it_needs()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        bed.Host.Services.Configure(
            bed.Host.Services.Find("docker")!.Config with
            {
                Description = "ours now",
            }
        );

        var result = await bed.RemoveAsync();

        result
            .Steps.Where(s => s.Status == StepStatus.Left)
            .Select(s => s.Id)
            .ShouldBe(
                ["service/docker", "engine-package/docker", "feature/Containers"],
                ignoreOrder: true
            );
        (await bed.Host.Engine.InfoAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_an_administrator_edits_after_until_is_a_conflict_not_drift()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var stopped = await bed.ApplyAsync(o => o with { Until = Heading.Runtime });
        stopped.Status.ShouldBe(RunStatus.Stopped, bed.Told());
        (await bed.NodesAsync()).ShouldBeEmpty();
        var docker = bed.Host.Services.Find("docker")!.Config;
        bed.Host.Services.Configure(docker with { ImagePath = docker.ImagePath + " --debug" });

        var plan = (await bed.PlanAsync()).Plan;
        var refused = await bed.ApplyAsync();

        var conflict = plan.Conflicts.ShouldHaveSingleItem();
        conflict.Id.ShouldBe("service/docker");
        conflict.Changes.ShouldContain(c => c.Field == "imagePath" && c.Old!.EndsWith("--debug"));
        refused.Status.ShouldBe(RunStatus.Refused);
        refused.Steps.ShouldBeEmpty();
        (await bed.ApplyAsync(o => o with { ForceConflicts = true })).Status.ShouldBe(
            RunStatus.Done,
            bed.Told()
        );
    }

    [Fact]
    public async Task A_drain_by_an_administrator_is_respected()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        await bed.Orchestrator.UpdateNodeAsync(
            (await bed.NodesAsync()).Single().Id,
            new Dictionary<string, string?>(),
            "drain",
            CancellationToken.None
        );

        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        await bed.ApplyAsync();

        (await bed.NodesAsync()).Single().Availability.ShouldBe("drain");
    }

    [Fact]
    public async Task A_node_that_somebody_deleted_at_the_manager_does_not_keep_its_host()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        await bed.Docker.Nodes.DeleteAsync((await bed.NodesAsync()).Single().Id, force: true);

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Fact]
    public async Task A_label_dropped_from_the_spec_goes_and_others_labels_stay()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        await bed.Orchestrator.UpdateNodeAsync(
            (await bed.NodesAsync()).Single().Id,
            new Dictionary<string, string?> { ["team"] = "web" },
            availability: null,
            CancellationToken.None
        );
        bed.Spec = bed.Spec with
        {
            Nodes = [bed.Spec.Nodes[0] with { Labels = new Dictionary<string, string>() }],
        };

        var plan = (await bed.PlanAsync()).Plan;
        await bed.ApplyAsync();

        plan.Steps.Single(s => s.Changing).Id.ShouldBe("node-label/win-1/rack");
        (await bed.NodesAsync()).Single().Labels.Keys.ShouldBe(["team"]);
    }

    [Fact]
    public async Task An_engine_version_in_the_spec_is_an_update()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        var newer = Simulation.Engine.SimulatedEnginePackage.Create("28.3.0");
        bed.Host.World.Web.Add("https://example.invalid/docker-28.3.0.zip", newer.Zip);
        bed.Spec = bed.Spec with
        {
            Engine = new EngineSpec
            {
                Install = new PackageSpec
                {
                    Version = newer.Version,
                    Package = new ArchiveSpec
                    {
                        Url = "https://example.invalid/docker-28.3.0.zip",
                        Sha256 = newer.Sha256,
                    },
                },
            },
        };

        var step = (await bed.PlanAsync()).Plan.Steps.Single(s => s.Changing);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        step.Action.ShouldBe(PlanAction.Update);
        // It is in the swarm: its overlay networks go and come with it.
        step.Impact.ShouldBe(
            new Impact(
                ImpactKind.NetworkCut,
                "engine restart: 0 containers, connection cut twice, about 3 s each"
            )
        );
        (await bed.Host.Engine.InfoAsync(CancellationToken.None))!.Version.ShouldBe("28.3.0");
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
    }
}
