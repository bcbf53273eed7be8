using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Removal of a node on which others changed something: what is theirs stays, and everything else goes all the same.</summary>
public sealed class RemovalAfterOthersTests
{
    [Fact]
    public async Task A_label_that_others_changed_does_not_hold_the_node_and_its_host()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        await bed.Orchestrator.UpdateNodeAsync(
            (await bed.NodesAsync()).Single().Id,
            new Dictionary<string, string?> { ["rack"] = "b" },
            availability: null,
            CancellationToken.None
        );

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        result
            .Steps.Where(s => s.Status == StepStatus.Left)
            .Select(s => s.Id)
            .ShouldBe(["node-label/win-1/rack"]);
        (await bed.NodesAsync()).ShouldBeEmpty();
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Fact]
    public async Task A_membership_that_others_made_anew_with_another_address_is_still_left()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        await bed.Host.Engine.LeaveSwarmAsync(force: true, CancellationToken.None);
        await bed.Host.Engine.JoinSwarmAsync(
            new SwarmJoin(
                ["10.0.0.5:2377"],
                bed.Swarm.WorkerToken,
                "0.0.0.0:2378",
                "10.0.0.21",
                "10.0.0.21",
                "active"
            ),
            CancellationToken.None
        );

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.NodesAsync()).ShouldBeEmpty();
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_stays_keeps_what_it_needs_also_when_the_power_goes_in_between(bool cut)
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        var service = bed.Host.Services.Find("docker")!.Config;
        bed.Host.Services.Configure(service with { Description = "ours now" });
        if (cut)
        {
            bed.Reported = e =>
            {
                if (e.Kind == EventKind.StepLeft)
                {
                    bed.Reported = _ => { };
                    bed.Host.CutPower();
                }
            };
        }

        var result = await Bed.InsistAsync(() => bed.RemoveAsync());

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.Find(HostPaths.EnginePrograms + @"\dockerd.exe").ShouldNotBeNull();
        bed.Host.Services.Find("docker").ShouldNotBeNull();
        bed.Host.Features.Find("Containers").ShouldBe(FeatureState.Enabled);
    }

    [Theory]
    [InlineData(ServiceStart.Automatic)]
    [InlineData(ServiceStart.Manual)]
    public async Task An_engine_that_others_stopped_is_woken_to_leave(ServiceStart start)
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        var service = bed.Host.Services.Find("docker")!.Config;
        bed.Host.Services.Configure(service with { Start = start });
        await bed.ApplyAsync();
        await StopAsync(bed);

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.NodesAsync()).ShouldBeEmpty();
        bed.Host.Services.Find("docker")!.State.ShouldBe(ServiceState.Stopped);
        bed.Host.Files.Find(HostPaths.EngineData + @"\swarm\certificates\swarm-node.crt")
            .ShouldBeNull();
    }

    [Fact]
    public async Task An_engine_that_others_disabled_is_told_with_what_to_do()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        await bed.ApplyAsync();
        await StopAsync(bed);
        var service = bed.Host.Services.Find("docker")!.Config;
        bed.Host.Services.Configure(service with { Start = ServiceStart.Disabled });

        var failed = (await bed.RemoveAsync()).Steps.Single(s => s.Status == StepStatus.Failed);

        failed.Id.ShouldBe("swarm-membership/shop");
        failed.Message!.ShouldContain("disabled");
        failed.Fix!.ShouldContain("Set-Service docker");
        bed.Host.Services.Configure(service);
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Fact]
    public async Task A_service_that_others_deleted_holds_nothing_up()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        await StopAsync(bed);
        bed.Host.Services.Delete("docker");
        bed.Clock.Advance(TimeSpan.FromMinutes(5));

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
        (await bed.NodesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_foreign_container_that_comes_in_mid_removal_keeps_the_engine()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        bed.Reported = e =>
        {
            if (e.Kind == EventKind.StepStarted)
            {
                bed.Reported = _ => { };
                bed.Host.Engine.Put(new("1234", "payroll", "corp.example/payroll:7"));
            }
        };

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Failed, bed.Told());
        result.Steps.Single(s => s.Status == StepStatus.Failed).Message!.ShouldContain("payroll");
        bed.Host.Engine.Peek().Select(c => c.Name).ShouldContain("payroll");
        bed.Host.Services.Find("docker")!.State.ShouldBe(ServiceState.Running);
    }

    private static async Task StopAsync(Bed bed)
    {
        await bed.Host.Services.StopAsync("docker", CancellationToken.None);
        bed.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
