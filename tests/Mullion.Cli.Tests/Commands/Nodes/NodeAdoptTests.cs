using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Hosts;

namespace Mullion.Cli.Tests.Commands.Nodes;

public sealed class NodeAdoptTests : IDisposable
{
    private readonly SimulatedRig _rig = SimulatedRig.WithEngine(20348);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_node_that_joined_by_hand_is_taken_over_and_later_removed()
    {
        await JoinAsync();

        (await _rig.Lab.RunAsync("node", "adopt", "win-1", "--yes")).ShouldBe(0, _rig.Lab.Screen);

        _rig.Lab.Out.ShouldContain("Mullion's from here on: a removal takes it back");
        _rig.Lab.Out.ShouldContain("Not as the spec wants, and left so now: firewall/");
        _rig.Lab.Out.ShouldContain("Adopt: 1 of 1 node done (simulated).");
        (await _rig.Lab.RunAsync("node", "adopt", "win-1")).ShouldBe(0, _rig.Lab.Screen);
        _rig.Lab.Out.ShouldContain("it belongs to the cluster already");
        (await _rig.Lab.RunAsync("node", "journal", "win-1")).ShouldBe(0);
        _rig.Lab.Out.ShouldContain("adopt");
        (await _rig.Lab.RunAsync("node", "remove", "win-1", "--yes")).ShouldBe(0, _rig.Lab.Screen);
        (await _rig.Lab.RunAsync("node", "ls")).ShouldBe(0);
        _rig.Lab.Out.ShouldNotContain("Ready   windows");
    }

    [Fact]
    public async Task One_that_is_not_owned_stays_when_it_is_removed()
    {
        await JoinAsync();

        (
            await _rig.Lab.RunAsync("node", "adopt", "win-1", "--yes", "--not-owned", "-o", "json")
        ).ShouldBe(0, _rig.Lab.Screen);
        (await _rig.Lab.RunAsync("node", "remove", "win-1", "--yes")).ShouldBe(0, _rig.Lab.Screen);

        (await _rig.Lab.RunAsync("node", "ls", "-o", "json")).ShouldBe(0);
        _rig.Lab.Json()
            .GetProperty("nodes")
            .EnumerateArray()
            .Single(n => n.GetProperty("os").GetString() == "windows")
            .GetProperty("status")
            .GetString()
            .ShouldBe("ready");
    }

    [Fact]
    public async Task A_host_in_no_swarm_is_refused_and_nothing_is_asked()
    {
        (await _rig.Lab.RunAsync("node", "adopt", "win-1")).ShouldBe(3, _rig.Lab.Screen);

        _rig.Lab.Screen.ShouldContain("win-1 is in no swarm: there is nothing to adopt");
        _rig.Lab.Screen.ShouldContain("mullion apply win-1");
    }

    private Task JoinAsync() =>
        _rig.Host.Engine.JoinSwarmAsync(
            new SwarmJoin(
                ["10.0.0.5:2377"],
                _rig.Swarm.WorkerToken,
                "0.0.0.0:2377",
                "10.0.0.21",
                null,
                "active"
            ),
            CancellationToken.None
        );
}
