using Mullion.Core.Hosts;
using Mullion.Simulation.Tests.Swarm;

namespace Mullion.Simulation.Tests.Saving;

public class SavingTests
{
    [Fact]
    public async Task A_saved_host_goes_on_where_it_was()
    {
        var swarm = new InMemorySwarm();
        var host = Hosts.WithEngine(swarm);
        await host.Engine.JoinSwarmAsync(Story.Join(swarm), default);
        host.Files.Write(@"C:\dirty", Hosts.Bytes("not flushed"));
        await host.Services.StopAsync("W32Time", default);

        var loaded = SimulatedHost.Load(host.Save(), host.World);

        host.Snapshot().Diff(loaded.Snapshot()).ShouldBeEmpty();
        loaded.Operations.ShouldBe(host.Operations);
        loaded.Save().ShouldBe(host.Save());
        (await loaded.Engine.InfoAsync(default))!.Swarm.State.ShouldBe("active");
        await loaded.QuietAsync();
        loaded.Services.Find("W32Time")!.State.ShouldBe(ServiceState.Stopped);

        host.CutPower(9);
        loaded.CutPower(9);
        host.Boot();
        loaded.Boot();
        host.State.Files.Keys.ShouldBe(loaded.State.Files.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_clone_is_a_host_of_its_own()
    {
        var host = Hosts.Bare();
        var clone = host.Clone();

        clone.Files.Write(@"C:\a", Hosts.Bytes("a"));
        clone.Services.Take("W32Time");

        host.Files.Find(@"C:\a").ShouldBeNull();
        host.Services.Find("W32Time").ShouldNotBeNull();
    }

    [Fact]
    public void A_machine_that_is_off_stays_off()
    {
        var host = Hosts.WithEngine();
        host.CutPower();

        var loaded = SimulatedHost.Load(host.Save());

        loaded.IsDown.ShouldBeTrue();
        Should.Throw<PowerCutException>(() => loaded.Files.Find(@"C:\"));
        loaded.Boot();
    }

    [Fact]
    public void Another_format_is_refused() =>
        Should
            .Throw<InvalidDataException>(() =>
                SimulatedHost.Load(Hosts.Bare().Save().Replace("\"Format\":1", "\"Format\":99"))
            )
            .Message.ShouldContain("99");
}
