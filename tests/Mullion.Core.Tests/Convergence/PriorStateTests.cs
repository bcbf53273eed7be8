using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
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
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Failed, bed.Told());
        await bed.Host.Services.StartAsync("docker", CancellationToken.None);
        bed.Clock.Advance(TimeSpan.FromMinutes(1));
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.Find(HostPaths.Journal).ShouldBeNull();
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }
}
