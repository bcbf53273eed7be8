using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Tests.Swarm;

namespace Mullion.Simulation.Tests.Quirks;

public class QuirkTests
{
    [Fact]
    public void Every_quirk_has_a_name_of_its_own_and_says_what_it_is_taken_from()
    {
        Quirk.All.Select(q => q.Id).ShouldBeUnique();
        Quirk.All.ShouldAllBe(q => q.Summary.EndsWith('.') && q.Source.Length > 10);
    }

    [Fact]
    public void Every_quirk_of_the_assembly_is_listed() =>
        typeof(Quirk)
            .Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Quirk).Namespace && t != typeof(Quirk))
            .Count(t => t.GetField("Quirk") is not null)
            .ShouldBe(Quirk.All.Count);

    [Fact]
    public void An_unknown_quirk_cannot_be_left_out() =>
        Should.Throw<ArgumentException>(() => HostTemplates.Bare(20348).Without("none"));

    [Fact]
    public async Task Without_its_quirks_a_host_is_smooth()
    {
        var swarm = new InMemorySwarm();
        var host = SimulatedHost.Create(
            HostTemplates.Bare(20348).Without([.. Quirk.All.Select(q => q.Id)]),
            Story.World(swarm)
        );
        var start = host.Clock.GetUtcNow();

        await host.Features.EnableAsync("Containers", default);
        host.Features.Find("Containers").ShouldBe(FeatureState.Enabled);
        await Story.InstallAsync(host);
        await host.Engine.JoinSwarmAsync(Story.Join(swarm), default);
        host.Network.Interfaces().ShouldHaveSingleItem().Addresses.ShouldNotBeEmpty();

        (host.Clock.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
