using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Tests.Swarm;

namespace Mullion.Simulation.Tests.Engine;

/// <summary>When the engine takes its overlay networks out of HNS, and when it leaves them there.</summary>
public class OverlayTests
{
    // By its name one of the machines on which HNS is too slow for the engine.
    private const string Slow = "WIN-8";

    private readonly InMemorySwarm _swarm = new();
    private readonly List<string> _lost = [];

    [Fact]
    public void The_name_decides_and_one_in_eight_is_slow()
    {
        var slow = Enumerable
            .Range(1, 800)
            .Select(i => SimulatedHost.Create(HostTemplates.Bare(20348).Named($"WIN-{i}")))
            .Count(OverlayLeftBehind.TimesOut);

        slow.ShouldBeInRange(70, 130);
        OverlayLeftBehind
            .TimesOut(SimulatedHost.Create(HostTemplates.Bare(20348).Named(Slow)))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task An_engine_that_stops_gives_the_NIC_back_and_takes_it_again_when_it_is_back()
    {
        var host = await JoinedAsync("WIN-1");

        await host.Services.StopAsync("docker", default);
        Overlays(host).ShouldHaveSingleItem();
        await Story.SettledAsync(host, "docker");

        Overlays(host).ShouldBeEmpty();
        _lost.ShouldHaveSingleItem().ShouldContain("is gone");
        host.Network.Interfaces().Single(i => i.Name == "Ethernet").Addresses.ShouldBeEmpty();

        await Story.StartAsync(host, "docker");

        Overlays(host).ShouldHaveSingleItem().Name.ShouldBe(_swarm.IngressId);
        _lost.Count.ShouldBe(2);
        host.Network.Interfaces().ShouldContain(i => i.Name == "vEthernet (Ethernet)");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_leave_removes_them_forced_or_not(bool force)
    {
        var host = await JoinedAsync("WIN-1");

        await host.Engine.LeaveSwarmAsync(force, default);

        Overlays(host).ShouldBeEmpty();
        host.Network.Interfaces().ShouldContain(i => i.Name == "Ethernet");
    }

    [Fact]
    public async Task A_restart_of_the_machine_stops_the_engine_in_order()
    {
        var host = await JoinedAsync("WIN-1");

        host.System.Reboot("update");
        host.IsDown.ShouldBeFalse();
        host.Boot();

        host.State.HnsNetworks.ShouldNotContain(n => n.Type == "overlay");
        await host.QuietAsync();
        Overlays(host).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_kill_and_a_power_cut_leave_them_and_the_engine_makes_them_anew()
    {
        var host = await JoinedAsync("WIN-1");
        var first = Overlays(host).Single();

        host.Services.Crash("docker");
        Overlays(host).ShouldHaveSingleItem().ShouldBe(first);
        _lost.ShouldBeEmpty();

        await Story.StartAsync(host, "docker");
        var second = Overlays(host).ShouldHaveSingleItem();
        second.Name.ShouldBe(first.Name);
        second.Id.ShouldNotBe(first.Id);
        _lost.Count.ShouldBe(2);

        host.CutPower();
        host.State.HnsNetworks.ShouldContain(n => n.Id == second.Id);
        host.Boot();
        await host.QuietAsync();
        Overlays(host).ShouldHaveSingleItem().Id.ShouldNotBe(second.Id);
    }

    [Fact]
    public async Task What_a_killed_engine_left_the_next_one_does_not_release_before_it_is_back_in_the_swarm()
    {
        var host = await JoinedAsync("WIN-1");
        host.Services.Crash("docker");
        _swarm.HoldSessions = true;
        await Story.StartAsync(host, "docker");

        await host.Engine.LeaveSwarmAsync(force: true, default);

        Overlays(host).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_HNS_is_slow_a_stop_and_a_leave_take_5_s_and_leave_them()
    {
        var host = await JoinedAsync(Slow);
        await Story.StopAsync(host, "docker");
        Overlays(host).ShouldHaveSingleItem();
        host.State.EventLog.ShouldContain(e =>
            e.EndsWith("timeout while waiting for ingress network removal")
        );

        await Story.StartAsync(host, "docker");
        await host.QuietAsync();
        var start = host.Clock.GetUtcNow();
        await host.Engine.LeaveSwarmAsync(force: false, default);
        (host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(5));
        var left = Overlays(host).ShouldHaveSingleItem();

        start = host.Clock.GetUtcNow();
        await host.Network.DeleteHnsNetworkAsync(left.Id.ToLowerInvariant(), default);
        (host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(2));
        host.Network.Interfaces().ShouldContain(i => i.Name == "Ethernet");
        (
            await Hosts.FailsAsync(() => host.Network.DeleteHnsNetworkAsync(left.Id, default))
        ).Code.ShouldBe(WindowsError.HcnNetworkNotFound);
    }

    private async Task<SimulatedHost> JoinedAsync(string name)
    {
        var host = SimulatedHost.Create(
            HostTemplates.Bare(20348).WithEngine("28.2.2").Named(name),
            Hosts.World(_swarm)
        );
        await host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);
        await host.QuietAsync();
        host.ConnectionLost += (_, e) => _lost.Add(e.Reason);
        return host;
    }

    private static List<HnsNetwork> Overlays(SimulatedHost host) =>
        [.. host.Network.HnsNetworks().Where(n => n.Type == "overlay")];
}
