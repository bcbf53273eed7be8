using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A join token that the swarm does not take, and one that is rotated at the wrong moment.</summary>
public sealed class JoinTokenTests
{
    private const string Refusal = "A valid join token is necessary to join this cluster";

    [Fact]
    public async Task With_a_wrong_token_nothing_joins_and_the_host_can_be_taken_back()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        var token = await swarm.WorkerTokenAsync();
        var wrong = token[..(token.LastIndexOf('-') + 1)] + "0canary0canary0canary0can";
        var socket = Path.Combine(program.Folder, "forged.sock");
        await using var forger = TokenForger.On(swarm.Endpoint.Path, socket, token, wrong);
        program.Describe($"unix://{socket}", ["shop-1"]);
        var before = await program.SnapshotAsync("shop-1");

        var apply = (await program.ApplyAsync()).Ended(4);

        apply.Out.ShouldContain(Refusal);
        apply.Out.ShouldContain("fix:");
        apply.Out.ShouldNotContain("0canary");
        apply.Error.ShouldNotContain("0canary");
        await OnlyTheManagerAsync(swarm);
        (await program.RemoveAsync("shop-1")).Ended(0);
        before.Differences(await program.SnapshotAsync("shop-1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_rotated_in_mid_run_is_refused_and_the_next_run_goes_on_with_the_new_one()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await using var gate = JoinGate.To(swarm.ManagerAddress);
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"], join: gate.Address);
        using var docker = swarm.Client();

        var running = program.Start("apply", "--yes");
        await running.SaysAsync("firewall/swarm-2377-tcp");
        gate.HoldAfter(1);
        await gate.Held;
        await docker.Swarm.RotateWorkerTokenAsync();
        gate.Open();
        var refused = (await running.Ends).Ended(4);

        refused.Out.ShouldContain(Refusal);
        refused.Out.ShouldContain("The token was rotated since it was read");
        await OnlyTheManagerAsync(swarm);
        var again = (await program.ApplyAsync("-o", "json")).Ended(0).OnlyNode();
        again.GetProperty("result").GetString().ShouldBe("done");
        (await docker.Nodes.ListAsync()).ShouldContain(n => n.Hostname == "shop-1" && n.IsReady);
    }

    [Fact]
    public async Task A_token_rotated_between_plan_and_apply_does_not_matter()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"]);
        using var docker = swarm.Client();
        (await program.RunAsync("plan", "--save", "friday.plan")).Ended(0);

        await docker.Swarm.RotateWorkerTokenAsync();

        (await program.ApplyAsync("friday.plan")).Ended(0);
        (await docker.Nodes.ListAsync()).ShouldContain(n => n.Hostname == "shop-1" && n.IsReady);
    }

    [Fact]
    public async Task Token_rotate_leaves_who_has_joined_and_lets_nobody_in_with_the_old_one()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"]);
        using var docker = swarm.Client();
        (await program.ApplyAsync()).Ended(0);
        var old = await docker.Swarm.InspectAsync();

        var rotated = (await program.RunAsync("token", "rotate", "--yes", "-o", "json")).Ended(0);
        (await program.RunAsync("token", "rotate", "--yes", "--role", "manager")).Ended(0);

        var now = await docker.Swarm.InspectAsync();
        now.JoinTokens.Worker.ShouldNotBe(old.JoinTokens.Worker);
        now.JoinTokens.Manager.ShouldNotBe(old.JoinTokens.Manager);
        rotated.Out.ShouldNotContain("SWMTKN");
        (await program.RunAsync("token", "show"))
            .Ended(0)
            .Out.Trim()
            .ShouldBe(now.JoinTokens.Worker);
        (await docker.Nodes.ListAsync()).ShouldContain(n => n.Hostname == "shop-1" && n.IsReady);
        (await program.ApplyAsync()).Ended(0).Out.ShouldContain("0 to create, 0 to update");
    }

    private static async Task OnlyTheManagerAsync(RealSwarm swarm)
    {
        using var docker = swarm.Client();
        (await docker.Nodes.ListAsync()).ShouldHaveSingleItem().ManagerStatus.ShouldNotBeNull();
    }
}
