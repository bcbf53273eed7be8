using Mullion.Core.Convergence.Runs;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Between a plan and its run a person thinks, and other hosts take their turn: the run asks the cluster anew.</summary>
public sealed class FreshFactsTests : IDisposable
{
    private readonly Bed _bed = new(HostTemplates.Bare(20348));

    [Fact]
    public async Task A_plan_that_was_looked_at_for_long_is_not_refused_for_its_clock()
    {
        var plan = await _bed.PlanAsync();
        _bed.Clock.Advance(TimeSpan.FromHours(2));

        var result = await _bed.Run().ApplyAsync(plan, _bed.Options(), CancellationToken.None);

        result.Status.ShouldBe(RunStatus.Done, result.Message);
    }

    [Fact]
    public async Task A_token_that_was_rotated_since_the_plan_does_not_matter()
    {
        var plan = await _bed.PlanAsync();
        await _bed.Docker.Swarm.RotateWorkerTokenAsync();

        var result = await _bed.Run().ApplyAsync(plan, _bed.Options(), CancellationToken.None);

        result.Status.ShouldBe(RunStatus.Done, _bed.Told());
    }

    [Fact]
    public async Task Nor_does_one_that_is_rotated_while_the_host_restarts()
    {
        _bed.Reported = e =>
        {
            if (e.Kind == EventKind.Rebooting)
            {
                _bed.Docker.Swarm.RotateWorkerTokenAsync().GetAwaiter().GetResult();
            }
        };

        var result = await _bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Done, _bed.Told());
    }

    public void Dispose() => _bed.Dispose();
}
