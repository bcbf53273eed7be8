using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands.Nodes;

/// <summary><c>node remove</c> where one of both sides is gone.</summary>
public sealed class GoneTests : IDisposable
{
    private readonly SimulatedRig _rig = new(20348);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Of_a_dead_host_the_cluster_keeps_nothing_and_it_is_said_what_stays()
    {
        await ApplyAsync();
        _rig.Die();

        (await RemoveAsync("--host-gone")).ShouldBe(0, _rig.Lab.Screen);

        _rig.Lab.Out.ShouldContain("lab:win-1, which does not answer");
        _rig.Lab.Out.ShouldContain("mullion node remove win-1");
        (await NodesAsync()).ShouldBe(0);
        (await RemoveAsync("--host-gone")).ShouldBe(0, _rig.Lab.Screen);
    }

    [Fact]
    public async Task A_dead_host_that_comes_back_is_removed_like_any_other()
    {
        var before = _rig.Host.Snapshot();
        await ApplyAsync();
        _rig.Die();
        await RemoveAsync("--host-gone");
        _rig.Revive();

        (await RemoveAsync()).ShouldBe(0, _rig.Lab.Screen);

        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        before.Diff(_rig.Host.Snapshot()).ShouldBeEmpty();
        (await NodesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_host_installed_anew_joins_once_what_was_left_of_it_is_removed()
    {
        await ApplyAsync();
        _rig.Reinstall();
        (await _rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(
            3,
            _rig.Lab.Screen
        );
        _rig.Lab.Screen.ShouldContain("mullion node remove win-1 --host-gone");

        (await RemoveAsync("--host-gone", "-o", "json")).ShouldBe(0, _rig.Lab.Screen);
        await ApplyAsync();

        (await NodesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_node_that_is_alive_is_not_removed_so()
    {
        await ApplyAsync();

        (await RemoveAsync("--host-gone")).ShouldBe(3, _rig.Lab.Screen);

        _rig.Lab.Screen.ShouldContain("The cluster hears from WIN-1");
        (await NodesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Nor_one_that_is_down_while_its_host_answers_and_is_mullions()
    {
        await ApplyAsync();
        await _rig.Host.Services.StopAsync("docker", CancellationToken.None);
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));

        (await RemoveAsync("--host-gone")).ShouldBe(3, _rig.Lab.Screen);

        _rig.Lab.Screen.ShouldContain("lab:win-1 answers, and Mullion owns");
        (await NodesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_dead_cluster_no_manager_is_asked_and_the_host_is_as_before()
    {
        var before = _rig.Host.Snapshot();
        await ApplyAsync();
        var connect = _rig.Lab.Connect;
        _rig.Lab.Connect = (_, _) => throw new InvalidOperationException("a manager was asked");

        (await RemoveAsync("--cluster-gone")).ShouldBe(0, _rig.Lab.Screen);

        _rig.Lab.Screen.ShouldContain("No manager is asked");
        _rig.Lab.Screen.ShouldContain("docker node rm ");
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        before.Diff(_rig.Host.Snapshot()).ShouldBeEmpty();
        _rig.Lab.Connect = connect;
        (await NodesAsync()).ShouldBe(1, "the cluster was not told");
    }

    [Fact]
    public async Task A_removal_from_a_dead_cluster_goes_on_after_a_power_cut()
    {
        var before = _rig.Host.Snapshot();
        await ApplyAsync();
        _rig.Host.Faults.Add(
            new Simulation.Faults.Fault(Simulation.Faults.FaultKind.PowerCutAfter)
            {
                Operation = "firewall.remove",
            }
        );

        (await RemoveAsync("--cluster-gone")).ShouldBe(4, _rig.Lab.Screen);
        (await RemoveAsync("--cluster-gone", "-o", "json")).ShouldBe(0, _rig.Lab.Screen);

        _rig.Lab.Json().TryGetProperty("manager", out _).ShouldBeFalse();
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        before.Diff(_rig.Host.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_cannot_be_gone() =>
        (await RemoveAsync("--cluster-gone", "--host-gone")).ShouldBe(2);

    private async Task ApplyAsync() =>
        (await _rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(
            0,
            _rig.Lab.Screen
        );

    private Task<int> RemoveAsync(params string[] options) =>
        _rig.Lab.RunAsync(["node", "remove", "win-1", "--yes", "--reboot", "allow", .. options]);

    private async Task<int> NodesAsync()
    {
        (await _rig.Lab.RunAsync("node", "ls", "-o", "json")).ShouldBe(0, _rig.Lab.Screen);
        return _rig
            .Lab.Json()
            .GetProperty("nodes")
            .EnumerateArray()
            .Count(n =>
                n.TryGetProperty("id", out _) && n.GetProperty("os").GetString() == "windows"
            );
    }
}
