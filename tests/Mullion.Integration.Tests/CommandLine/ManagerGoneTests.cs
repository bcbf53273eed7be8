using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>The manager goes away in the middle of a join, and comes back.</summary>
public sealed class ManagerGoneTests
{
    [Fact]
    public async Task In_mid_join_it_is_said_so_and_the_next_run_goes_on()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await using var gate = JoinGate.To(swarm.ManagerAddress);
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"], join: gate.Address);

        // It has shown its root CA, and is asked for a certificate.
        var running = program.Start("apply", "--yes");
        await running.SaysAsync("firewall/swarm-2377-tcp");
        gate.HoldAfter(1);
        await gate.Held;
        await swarm.StopAsync();
        gate.Open();
        var cut = (await running.Ends).Ended(4);

        cut.Out.ShouldContain($"The engine could not join {gate.Address}");
        cut.Out.ShouldContain("Run the command again: it goes on from here.");

        var without = await program.ApplyAsync();
        without.ExitCode.ShouldBe(1, without.ToString());
        without.Error.ShouldContain(swarm.Endpoint.ToString());

        await swarm.StartDaemonAsync();
        using var docker = swarm.Client();
        await Eventually.BecomesAsync(
            async () => (await docker.Nodes.ListAsync()).Count(n => n.IsReady),
            ready => ready == 1,
            "the manager leads again"
        );
        (await program.ApplyAsync("-o", "json"))
            .Ended(0)
            .OnlyNode()
            .GetProperty("result")
            .GetString()
            .ShouldBe("done");
        (await docker.Nodes.ListAsync()).ShouldContain(n => n.Hostname == "shop-1" && n.IsReady);
    }

    [Fact]
    public async Task In_mid_run_the_next_of_the_list_is_asked()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await using var gate = JoinGate.To(swarm.ManagerAddress);
        await program.HostWithEngineAsync("shop-1");
        var dead = Path.Combine(program.Folder, "dead.sock");
        var first = Path.Combine(program.Folder, "first.sock");
        var relay = UnixRelay.From(first, swarm.Endpoint.Path);
        program.Describe(
            $"[unix://{dead}, unix://{first}, {swarm.Endpoint}]",
            ["shop-1"],
            join: gate.Address
        );

        // The plan was made through the second; the host joins, and the cluster is asked next.
        var running = program.Start("apply", "--yes");
        await running.SaysAsync("firewall/swarm-2377-tcp");
        gate.HoldAfter(1);
        await gate.Held;
        relay.Carried.ShouldBePositive();
        await relay.DisposeAsync();
        gate.Open();
        (await running.Ends).Ended(0);

        using var docker = swarm.Client();
        (await docker.Nodes.ListAsync()).ShouldContain(n => n.Hostname == "shop-1" && n.IsReady);
        await swarm.StopAsync();
        var without = await program.RunAsync("node", "ls");
        without.ExitCode.ShouldBe(1, without.ToString());
        without.Error.ShouldContain("No manager of the swarm answers");
        without.Error.ShouldContain($"unix://{dead}: the socket does not exist");
        without.Error.ShouldContain($"unix://{first}: ");
        without.Error.ShouldContain($"{swarm.Endpoint}: ");
    }
}
