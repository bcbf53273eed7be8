using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Swarm;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Tests.Swarm;

namespace Mullion.Simulation.Tests.Engine;

public class SwarmTests
{
    private const string Folder = @"C:\ProgramData\docker\swarm";

    private readonly InMemorySwarm _swarm = new();
    private readonly SimulatedHost _host;

    public SwarmTests() => _host = Hosts.WithEngine(_swarm);

    [Fact]
    public async Task A_worker_keeps_its_identity_in_the_files_that_the_real_one_keeps()
    {
        await JoinAsync();

        _host
            .Files.ReadAllText(Folder + @"\certificates\swarm-root-ca.crt")
            .ShouldBe(_swarm.RootPem);
        _host.Files.Find(Folder + @"\certificates\swarm-node.crt").ShouldNotBeNull();
        _host.Files.Find(Folder + @"\certificates\swarm-node.key").ShouldNotBeNull();
        _host.Files.ReadAllText(Folder + @"\state.json").ShouldContain("10.0.0.5:2377");
        _host
            .Files.ReadAllText(Folder + @"\docker-state.json")
            .ShouldBe(
                """{"LocalAddr":"","RemoteAddr":"10.0.0.5:2377","ListenAddr":"0.0.0.0:2377","AdvertiseAddr":"10.0.0.21:2377","DataPathAddr":"10.0.0.21","DefaultAddressPool":null,"SubnetSize":0,"DataPathPort":0,"JoinInProgress":false}"""
            );
    }

    [Fact]
    public async Task The_token_is_nowhere_on_the_host()
    {
        await JoinAsync();

        var secret = _swarm.WorkerToken[60..];
        _host.Save().ShouldNotContain(secret);
        _host.Log.Records.ShouldAllBe(r => !r.ToString().Contains(secret));
    }

    [Fact]
    public async Task A_worker_is_back_after_a_restart_of_its_engine_and_of_its_machine()
    {
        await JoinAsync();
        var id = (await InfoAsync()).NodeId;

        await Story.StopAsync(_host, "docker");
        _swarm.Nodes.Single().Ready.ShouldBeFalse();
        await Story.StartAsync(_host, "docker");
        (await InfoAsync()).ShouldBe(
            new("active", id, "10.0.0.21", false, "", (await InfoAsync()).RemoteManagers)
        );

        _host.CutPower();
        _swarm.Nodes.Single().Ready.ShouldBeFalse();
        _host.Boot();
        await _host.QuietAsync();
        (await InfoAsync()).State.ShouldBe("active");
        _swarm.Nodes.Single().Ready.ShouldBeTrue();
    }

    [Fact]
    public async Task Joining_twice_and_leaving_twice_are_refused_as_the_engine_refuses_them()
    {
        await JoinAsync();
        (await Hosts.FailsAsync(JoinAsync)).Reason.ShouldStartWith(
            "This node is already part of a swarm."
        );

        await _host.Engine.LeaveSwarmAsync(force: false, default);
        (
            await Hosts.FailsAsync(() => _host.Engine.LeaveSwarmAsync(force: false, default))
        ).Reason.ShouldBe("This node is not part of a swarm");
    }

    [Fact]
    public async Task Leaving_takes_tasks_and_files_and_tells_nobody()
    {
        await JoinAsync();
        _swarm.RunOn(_swarm.Nodes.Single().Id, "web", "mcr.example/iis:1");

        await _host.Engine.LeaveSwarmAsync(force: false, default);

        (await _host.Engine.ContainersAsync(default)).ShouldBeEmpty();
        _host.Files.List(Folder).ShouldBeEmpty();
        (await InfoAsync()).State.ShouldBe("inactive");
        _swarm.Nodes.ShouldHaveSingleItem().Ready.ShouldBeFalse();
    }

    [Fact]
    public async Task A_task_runs_as_a_container_with_Windows_processes()
    {
        await JoinAsync();

        var id = _swarm.RunOn(_swarm.Nodes.Single().Id, "web", "mcr.example/iis:1");

        var container = (await _host.Engine.ContainersAsync(default)).ShouldHaveSingleItem();
        container.ShouldBe(
            new EngineContainer(id, container.Name, "mcr.example/iis:1", true, "web")
        );
        _host.Engine.Peek().Single().Processes.ShouldContain("w3wp.exe");
        Should.Throw<SwarmTaskException>(() =>
            _swarm.RunOn(_swarm.Nodes.Single().Id, "bad", "does-not-exist:1")
        );
    }

    [Fact]
    public async Task A_wrong_token_leaves_nothing_behind()
    {
        var before = _host.Snapshot();
        var join = Story.Join(_swarm);

        (
            await Hosts.FailsAsync(() =>
                _host.Engine.JoinSwarmAsync(join with { Token = join.Token[..^1] + "!" }, default)
            )
        ).Reason.ShouldContain("A valid join token is necessary");
        (
            await Hosts.FailsAsync(() =>
                _host.Engine.JoinSwarmAsync(
                    join with
                    {
                        Token = new InMemorySwarm("other").WorkerToken,
                    },
                    default
                )
            )
        ).Reason.ShouldContain("fingerprint");

        before.Diff(_host.Snapshot()).ShouldBeEmpty();
        _swarm.Nodes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_engine_does_not_take_is_refused_before_anything_happens()
    {
        var before = _host.Snapshot();
        var join = Story.Join(_swarm);

        (await Reason(join with { Managers = [] })).ShouldContain("at least 1 RemoteAddr");
        (await Reason(join with { ListenAddress = "nic-9:2377" })).ShouldContain("listen address");
        foreach (var data in new[] { "nic-9", "0.0.0.0", "10.0.0.21:4789" })
        {
            (await Reason(join with { DataPathAddress = data })).ShouldContain(
                "data path address must be a non-zero IP address"
            );
        }

        var nic = _host.State.Adapters.Single(a => a.Name == "Ethernet");
        _host.Network.Put(nic with { Addresses = ["10.0.0.21", "10.0.0.22"] });
        (await Reason(join with { DataPathAddress = "Ethernet" })).ShouldBe(
            "interface Ethernet has more than one IPv4 address (10.0.0.21 and 10.0.0.22)"
        );
        _host.Network.Put(nic);
        (await Reason(join with { Availability = "busy" })).ShouldContain("invalid Availability");

        before.Diff(_host.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_interface_name_stands_for_its_address()
    {
        await _host.Engine.JoinSwarmAsync(
            Story.Join(_swarm) with
            {
                AdvertiseAddress = "Ethernet",
                DataPathAddress = null,
            },
            default
        );

        (await InfoAsync()).NodeAddress.ShouldBe("10.0.0.21");
    }

    [Fact]
    public async Task A_session_that_does_not_come_is_waited_for_20_s_and_goes_on_in_the_background()
    {
        _swarm.HoldSessions = true;
        var start = _host.Clock.GetUtcNow();

        await JoinAsync();

        (_host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(20));
        (await InfoAsync()).State.ShouldBe("pending");

        _swarm.HoldSessions = false;
        (await InfoAsync()).State.ShouldBe("active");
    }

    [Fact]
    public async Task A_power_cut_between_enrolment_and_writing_leaves_a_stale_node_and_an_engine_in_error()
    {
        _host.Faults.Add(new Fault(FaultKind.PowerCutBefore) { Operation = "engine.enrolled" });
        await Should.ThrowAsync<PowerCutException>(JoinAsync);
        _host.Boot();
        await _host.QuietAsync();

        var info = await InfoAsync();
        info.State.ShouldBe("error");
        info.Error.ShouldContain("A valid join token is necessary");
        _swarm.Nodes.ShouldHaveSingleItem().Ready.ShouldBeFalse();

        await _host.Engine.LeaveSwarmAsync(force: true, default);
        await JoinAsync();
        (await InfoAsync()).State.ShouldBe("active");
        _swarm.Nodes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_power_cut_after_writing_leaves_a_worker_that_comes_back()
    {
        _host.Faults.Add(
            new Fault(FaultKind.PowerCutBefore) { Operation = "engine.identityWritten" }
        );
        await Should.ThrowAsync<PowerCutException>(JoinAsync);
        _host.Boot();
        await _host.QuietAsync();

        (await InfoAsync()).State.ShouldBe("active");
        _swarm.Nodes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_join_whose_answer_is_lost_goes_on()
    {
        _host.Faults.Add(new Fault(FaultKind.LostAnswer) { Operation = "engine.join" });

        (await Hosts.FailsAsync(JoinAsync)).Code.ShouldBe(WindowsError.Timeout);

        (await InfoAsync()).State.ShouldBe("active");
    }

    [Fact]
    public async Task A_renewed_certificate_is_written()
    {
        await JoinAsync();
        var id = (await InfoAsync()).NodeId;
        _swarm.Renew(id);

        (await InfoAsync()).NodeId.ShouldBe(id);

        _host.Files.ReadAllText(Folder + @"\certificates\swarm-node.crt").ShouldContain("renewed");
    }

    [Fact]
    public async Task A_node_that_was_removed_is_in_error()
    {
        await JoinAsync();
        _swarm.Remove(_swarm.Nodes.Single().Id);

        var info = await InfoAsync();

        info.State.ShouldBe("error");
        info.Error.ShouldContain("was removed from swarm");
    }

    [Fact]
    public async Task A_Server_2016_without_the_update_joins_and_rejects_its_tasks()
    {
        var host = SimulatedHost.Create(
            HostTemplates.WithoutOverlay().WithEngine("17.06.2-ee-6"),
            Hosts.World(_swarm)
        );
        await host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);

        host.Network.HnsNetworks().ShouldHaveSingleItem().Name.ShouldBe("nat");
        Should
            .Throw<SwarmTaskException>(() =>
                _swarm.RunOn(_swarm.Nodes.Single().Id, "web", "mcr.example/iis:1")
            )
            .Message.ShouldContain("plugin not found");
    }

    [Fact]
    public async Task Without_a_NIC_an_overlay_cannot_be_made_and_tasks_fail()
    {
        _host.State.Adapters[0] = _host.State.Adapters[0] with { Up = false };
        await JoinAsync();

        Should
            .Throw<SwarmTaskException>(() =>
                _swarm.RunOn(_swarm.Nodes.Single().Id, "web", "mcr.example/iis:1")
            )
            .Message.ShouldContain("An adapter was not found");
    }

    [Fact]
    public async Task Nothing_can_be_reached_by_default()
    {
        var host = Hosts.WithEngine();

        (
            await Hosts.FailsAsync(() => host.Engine.JoinSwarmAsync(Story.Join(_swarm), default))
        ).Reason.ShouldContain("i/o timeout");
        (await host.Engine.InfoAsync(default))!.Swarm.State.ShouldBe("inactive");
    }

    private Task JoinAsync() => _host.Engine.JoinSwarmAsync(Story.Join(_swarm), default);

    private async Task<EngineSwarmInfo> InfoAsync() =>
        (await _host.Engine.InfoAsync(default))!.Swarm;

    private async Task<string> Reason(SwarmJoin join) =>
        (await Hosts.FailsAsync(() => _host.Engine.JoinSwarmAsync(join, default))).Reason;
}
