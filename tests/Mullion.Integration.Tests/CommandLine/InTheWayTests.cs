using Mullion.Docker;
using Mullion.Integration.Tests.RealDocker;
using Mullion.Integration.Tests.Swarm;
using Mullion.Swarm.Worker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>What stands in the way of a join or a removal: one clear error, and nothing changed anywhere.</summary>
public sealed class InTheWayTests
{
    [Fact]
    public async Task A_name_that_another_node_has()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"]);
        await using var other = new RunningWorker(await RunningWorker.JoinAsync(swarm), "SHOP-1");
        await other.BecomesAsync(WorkerStateKind.Active);
        using var docker = swarm.Client();
        await Eventually.BecomesAsync(
            () => docker.Nodes.InspectAsync(other.Identity.NodeId),
            n => n.IsReady,
            "the other node is ready"
        );

        await RefusedAsync(program, docker, "apply", "name-taken", other.Identity.NodeId);
    }

    [Fact]
    public async Task A_join_address_of_another_swarm()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        var other = (await program.Lab.FindAsync(CancellationToken.None))!.Manager!;
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"], join: other.ClusterAddress);
        using var docker = swarm.Client();

        await RefusedAsync(program, docker, "apply", "manager", other.ClusterAddress);
    }

    [Fact]
    public async Task A_host_in_another_swarm()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        var other = (await program.Lab.FindAsync(CancellationToken.None))!.Manager!;
        program.Describe(other.Endpoint, ["shop-1"]);
        (await program.ApplyAsync()).Ended(0);
        using var docker = swarm.Client();

        // Another cluster; then the same one by name, whose manager is of another swarm.
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"], cluster: "bank");
        await RefusedAsync(program, docker, "apply", "other-cluster", "shop");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"]);
        await RefusedAsync(program, docker, "apply", "other-swarm", "not of shop");
        await RefusedAsync(program, docker, "remove", "other-swarm", "shop-1");

        program.Describe(other.Endpoint, ["shop-1"]);
        (await program.RunAsync("plan", "-o", "json"))
            .Ended(0)
            .OnlyNode()
            .GetProperty("verdict")
            .GetString()
            .ShouldBe("unchanged");
    }

    /// <summary>A node that was deleted by hand, on the other hand, stands in nobody's way.</summary>
    [Fact]
    public async Task A_node_deleted_at_the_manager_is_not()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"]);
        var before = await program.SnapshotAsync("shop-1");
        (await program.ApplyAsync()).Ended(0);
        using var docker = swarm.Client();

        await docker.Nodes.DeleteAsync("shop-1", force: true);

        (await program.RemoveAsync("shop-1")).Ended(0);
        before.Differences(await program.SnapshotAsync("shop-1")).ShouldBeEmpty();
    }

    private static async Task RefusedAsync(
        MullionProgram program,
        DockerClient docker,
        string command,
        string finding,
        string named
    )
    {
        var before = await program.SnapshotAsync("shop-1");
        var nodes = await NodesAsync(docker);

        var run =
            command == "apply"
                ? await program.ApplyAsync("-o", "json")
                : await program.RemoveAsync("shop-1", "-o", "json");

        var node = run.Ended(3).OnlyNode();
        node.GetProperty("result").GetString().ShouldBe("refused");
        node.GetProperty("fix").GetString().ShouldNotBeNullOrEmpty();
        var refusal = node.GetProperty("plan")
            .GetProperty("findings")
            .EnumerateArray()
            .Single(f =>
                f.GetProperty("severity").GetString() == "refuse"
                && f.GetProperty("id").GetString() == finding
            );
        refusal.GetProperty("message").GetString()!.ShouldContain(named);
        before.Differences(await program.SnapshotAsync("shop-1")).ShouldBeEmpty();
        (await NodesAsync(docker)).ShouldBe(nodes);
    }

    private static async Task<IEnumerable<string>> NodesAsync(DockerClient docker) =>
        (await docker.Nodes.ListAsync()).Select(n =>
            $"{n.Id} {n.Spec.Availability} {string.Join(',', n.Spec.Labels)}"
        );
}
