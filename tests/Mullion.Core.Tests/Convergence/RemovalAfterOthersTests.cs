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
}
