using Mullion.Simulation.Engine;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Tests.Swarm;

namespace Mullion.Simulation.Tests;

public class SimulatedHostTests
{
    [Theory]
    [InlineData(14393)]
    [InlineData(17763)]
    [InlineData(20348)]
    [InlineData(26100)]
    public async Task A_worker_is_installed_joined_and_taken_back_without_a_trace(int build)
    {
        var swarm = new InMemorySwarm();
        var package = SimulatedEnginePackage.Create(HostTemplates.EngineFor(build));
        var host = SimulatedHost.Create(HostTemplates.Bare(build), Story.World(swarm, package));
        var before = host.Snapshot();

        await Story.InstallAsync(host);
        await host.Engine.JoinSwarmAsync(Story.Join(swarm), default);

        var info = await host.Engine.InfoAsync(default);
        info!.Version.ShouldBe(package.Version);
        info.Swarm.State.ShouldBe("active");
        info.Swarm.NodeAddress.ShouldBe("10.0.0.21");
        swarm.Nodes.ShouldHaveSingleItem().Ready.ShouldBeTrue();

        await Story.RemoveAsync(host);

        before.Diff(host.Snapshot()).Select(d => d.ToString()).ShouldBeEmpty();
        swarm.Nodes.ShouldHaveSingleItem().Ready.ShouldBeFalse();
    }

    [Theory]
    [InlineData(FaultKind.PowerCutBefore)]
    [InlineData(FaultKind.PowerCutWithin)]
    [InlineData(FaultKind.PowerCutAfter)]
    public async Task A_power_cut_at_any_operation_leaves_a_machine_that_starts(FaultKind kind)
    {
        var template = HostTemplates.Bare(20348);
        for (var cut = 1; ; cut++)
        {
            var swarm = new InMemorySwarm();
            var host = SimulatedHost.Create(template, Story.World(swarm));
            host.Faults = FaultPlan.At(cut, kind, seed: cut);
            try
            {
                await Story.InstallAsync(host);
                await host.Engine.JoinSwarmAsync(Story.Join(swarm), default);
                cut.ShouldBeGreaterThan(25);
                return;
            }
            catch (PowerCutException e)
            {
                e.Number.ShouldBe(cut);
            }

            host.Boot();
            await host.QuietAsync();
            host.System.Facts().Interfaces.ShouldContain(i => i.Addresses.Contains("10.0.0.21"));
            host.Files.EndProgram();
            host.Files.List(@"C:\").ShouldNotBeEmpty();
            host.State.Files.Values.ShouldAllBe(f => f.Clean);
        }
    }

    [Fact]
    public async Task The_same_story_has_the_same_operations()
    {
        var first = await TellAsync();

        (await TellAsync()).ShouldBe(first);

        static async Task<IReadOnlyList<string>> TellAsync()
        {
            var swarm = new InMemorySwarm();
            var host = SimulatedHost.Create(HostTemplates.Bare(26100), Story.World(swarm));
            await Story.InstallAsync(host);
            await host.Engine.JoinSwarmAsync(Story.Join(swarm), default);
            await Story.RemoveAsync(host);
            return [.. host.Log.Records.Select(r => r.ToString()), host.Save()];
        }
    }
}
