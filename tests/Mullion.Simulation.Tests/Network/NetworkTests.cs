using Mullion.Core.Hosts;
using Mullion.Simulation.Network;
using Mullion.Simulation.Swarm;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Tests.Swarm;

namespace Mullion.Simulation.Tests.Network;

public class NetworkTests
{
    private readonly InMemorySwarm _swarm = new();

    [Fact]
    public async Task Joining_a_swarm_takes_the_NIC()
    {
        var host = Hosts.WithEngine(_swarm);
        var before = host.Network.Interfaces().Single(i => i.Name == "Ethernet");
        var lost = new List<string>();
        host.ConnectionLost += (_, e) => lost.Add(e.Reason);

        await host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);

        lost.ShouldHaveSingleItem().ShouldContain("Ethernet");
        host.Network.Interfaces().ShouldNotContain(i => i.Name == "Ethernet");
        var after = host.Network.Interfaces().Single(i => i.Name == "vEthernet (Ethernet)");
        after.Mac.ShouldBe(before.Mac);
        after.Index.ShouldNotBe(before.Index);
        after.Physical.ShouldBeFalse();
        after.Addresses.ShouldBeEmpty();
        Overlay(host).ManagementAddress.ShouldBeNull();

        await Task.Delay(TimeSpan.FromSeconds(3), host.Clock);

        host.Network.Interfaces()
            .Single(i => i.Name == "vEthernet (Ethernet)")
            .Addresses.ShouldBe(before.Addresses);
        Overlay(host).ManagementAddress.ShouldBe("10.0.0.21");
        Overlay(host).Adapter.ShouldBe("Ethernet");
        Overlay(host).Name.ShouldBe(_swarm.IngressId);
        host.Network.Listeners()
            .Where(l => l.Program == "dockerd.exe")
            .Select(l => $"{l.Protocol} {l.Port}")
            .ShouldBe(["tcp 7946", "udp 7946"]);
    }

    [Fact]
    public async Task Leaving_gives_the_NIC_back_without_an_address_at_first()
    {
        var host = Hosts.WithEngine(_swarm);
        await host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);
        await host.QuietAsync();

        await host.Engine.LeaveSwarmAsync(force: false, default);

        host.Network.Interfaces().Single(i => i.Name == "Ethernet").Addresses.ShouldBeEmpty();
        await Task.Delay(TimeSpan.FromSeconds(3), host.Clock);
        host.Network.Interfaces()
            .Single(i => i.Name == "Ethernet")
            .Addresses.ShouldContain("10.0.0.21");
        host.Network.HnsNetworks().ShouldHaveSingleItem().Name.ShouldBe("nat");
    }

    [Fact]
    public async Task Metadata_routes_are_lost_with_the_vSwitch_and_come_back_with_a_boot_without_it()
    {
        var host = SimulatedHost.Create(
            HostTemplates.Bare(20348).WithMetadataRoutes("10.0.0.1").WithEngine("28.2.2"),
            Hosts.World(_swarm)
        );
        var before = host.Snapshot();
        await host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);

        host.State.Routes.ShouldAllBe(r => r.Lost);
        await host.Engine.LeaveSwarmAsync(force: false, default);
        before.Diff(host.Snapshot()).Count.ShouldBe(3);

        host.System.Reboot("routes");
        host.Boot();
        await host.QuietAsync();

        before.Diff(host.Snapshot()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(14393, true)]
    [InlineData(17763, true)]
    [InlineData(20348, false)]
    [InlineData(26100, false)]
    public async Task The_nat_network_outlives_a_boot_on_old_builds_only(int build, bool outlives)
    {
        var host = SimulatedHost.Create(
            HostTemplates.Bare(build).WithEngine(HostTemplates.EngineFor(build))
        );
        var id = host.Network.HnsNetworks().Single().Id;
        host.Services.Configure(Story.Docker with { Start = ServiceStart.Manual });
        host.CutPower();
        host.Boot();

        host.Network.HnsNetworks().ShouldBeEmpty();
        await Task.Delay(TimeSpan.FromSeconds(4), host.Clock);

        host.Network.HnsNetworks().Select(n => n.Id).ShouldBe(outlives ? [id] : []);
        host.Network.Interfaces().Any(i => i.Name == "vEthernet (nat)").ShouldBe(outlives);
    }

    [Fact]
    public async Task After_a_boot_indexes_are_new_and_addresses_late()
    {
        var host = Hosts.Bare();
        var before = host.Network.Interfaces().Single();
        host.CutPower();
        host.Boot();

        host.Network.Interfaces().Single().Index.ShouldNotBe(before.Index);
        host.Network.Interfaces().Single().Addresses.ShouldBeEmpty();
        (
            await Hosts.FailsAsync(() => host.Network.ReadSwarmRootAsync("10.0.0.5:2377", default))
        ).Code.ShouldBe(10051);

        await Task.Delay(TimeSpan.FromSeconds(5), host.Clock);

        host.Network.Interfaces().Single().Addresses.ShouldBe(before.Addresses);
    }

    [Fact]
    public async Task A_manager_hands_out_its_root_over_the_gateway()
    {
        var host = SimulatedHost.Create(HostTemplates.Bare(20348), Hosts.World(_swarm));

        System
            .Text.Encoding.UTF8.GetString(
                await host.Network.ReadSwarmRootAsync("10.0.0.5:2377", default)
            )
            .ShouldBe(_swarm.RootPem);
        (
            await Hosts.FailsAsync(() => host.Network.ReadSwarmRootAsync("10.0.0.6:2377", default))
        ).Code.ShouldBe(WindowsError.ConnectTimedOut);
    }

    [Fact]
    public void Without_the_feature_there_is_no_network_and_with_HNS_disabled_an_error()
    {
        var bare = Hosts.Bare();
        bare.Network.HnsNetworks().ShouldBeEmpty();

        var host = Hosts.WithEngine();
        var hns = host.State.Services["hns"];
        host.Services.Put(hns with { Config = hns.Config with { Start = ServiceStart.Disabled } });

        Hosts.Fails(() => host.Network.HnsNetworks()).Code.ShouldBe(WindowsError.ServiceNotActive);
    }

    [Fact]
    public async Task With_two_NICs_HNS_takes_the_first_whatever_the_swarm_advertises()
    {
        var host = SimulatedHost.Create(
            HostTemplates
                .Bare(20348)
                .WithSecondNic("Ethernet 2", "00-15-5D-00-0A-16", "192.168.7.21")
                .WithEngine("28.2.2"),
            Hosts.World(_swarm)
        );

        await host.Engine.JoinSwarmAsync(
            Story.Join(_swarm) with
            {
                AdvertiseAddress = "192.168.7.21",
                DataPathAddress = "192.168.7.21",
            },
            default
        );

        Overlay(host).Adapter.ShouldBe("Ethernet");
    }

    [Fact]
    public async Task A_NIC_that_another_vSwitch_owns_is_none_for_an_overlay()
    {
        var host = Hosts.WithEngine(_swarm);
        host.Network.Put(
            new SimulatedHnsNetwork(
                "B6B3A4E5-0000-4000-8000-000000000001",
                "External",
                "Transparent"
            )
            {
                Adapter = "Ethernet",
            }
        );
        host.Network.Put(
            host.State.Adapters.Single(a => a.Name == "Ethernet") with
            {
                Switched = true,
                SwitchIndex = 40,
            }
        );

        await host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);

        host.Network.HnsNetworks().ShouldNotContain(n => n.Type == "overlay");
        host.Network.Stack.CreateOverlay("another").ShouldBe(NetworkStack.AdapterNotFound);
        NetworkStack.AdapterNotFound.ShouldBe(unchecked((int)0x803B0006));
        Should
            .Throw<SwarmTaskException>(() => host.Engine.Slot.Process!.Start("t1", "web", "nginx"))
            .Message.ShouldContain("An adapter was not found");
    }

    [Fact]
    public void With_HNS_disabled_there_is_no_new_overlay()
    {
        var host = Hosts.WithEngine(_swarm);
        var hns = host.State.Services["hns"];
        host.Services.Put(hns with { Config = hns.Config with { Start = ServiceStart.Disabled } });

        host.Engine.Slot.Process!.Attach(["another"]);

        host.State.HnsNetworks.ShouldNotContain(n => n.Type == "overlay");
        Should
            .Throw<SwarmTaskException>(() => host.Engine.Slot.Process.Start("t1", "web", "nginx"))
            .Message.ShouldContain("The service has not been started");
    }

    [Fact]
    public async Task A_NIC_that_the_engines_own_overlay_holds_is_shared()
    {
        var host = Hosts.WithEngine(_swarm);
        await host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);

        host.Network.Stack.CreateOverlay("another").ShouldBe(0);
    }

    [Fact]
    public void A_foreign_listener_is_seen()
    {
        var host = Hosts.Bare();
        host.Network.Put(new SimulatedListener("tcp", 7946, "other.exe", 4711));

        host.Network.Listeners().ShouldContain(new PortListener("tcp", 7946, "other.exe", 4711));
    }

    private static HnsNetwork Overlay(SimulatedHost host) =>
        host.Network.HnsNetworks().Single(n => n.Type == "overlay");
}
