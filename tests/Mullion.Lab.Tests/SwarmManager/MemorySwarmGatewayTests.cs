using System.Net;
using Mullion.Core.Hosts;
using Mullion.Lab.Gateways;
using Mullion.Lab.SwarmManager.Engine;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Lab.Tests.SwarmManager.Contract;
using Mullion.Simulation.Swarm;
using Mullion.Testing;

namespace Mullion.Lab.Tests.SwarmManager;

public sealed class MemorySwarmGatewayTests : IDisposable
{
    private static readonly ClusterAuthority Authority = ClusterAuthority.Create(
        new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)
    );

    private readonly ManualClock clock = new();
    private readonly SwarmModel swarm;
    private readonly MemorySwarmGateway gateway;
    private readonly EngineClient engine;

    public MemorySwarmGatewayTests()
    {
        swarm = NewSwarm();
        gateway = new MemorySwarmGateway(swarm);
        engine = new EngineClient(new SwarmManagerHandler(swarm));
    }

    public void Dispose() => engine.Dispose();

    [Fact]
    public async Task A_worker_that_joins_is_Ready_and_says_Windows()
    {
        var identity = await JoinAsync("win-1");
        (await StateAsync(identity)).ShouldBe("unknown");
        var tasks = new RecordedTasks();

        await using var session = gateway.Connect(identity, Node("win-1"), tasks);

        session.State.ShouldBe("active");
        session.Error.ShouldBe("");
        var node = await engine.ReadAsync($"/nodes/{identity.NodeId}");
        ((string)node["Status"]!["State"]!).ShouldBe("ready");
        ((string)node["Description"]!["Platform"]!["OS"]!).ShouldBe("windows");
        ((string)node["Description"]!["Hostname"]!).ShouldBe("win-1");
        ((string)node["Spec"]!["Availability"]!).ShouldBe("active");
        tasks.Networks.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_worker_whose_plug_is_pulled_is_Down_after_three_periods_and_can_be_removed()
    {
        var identity = await JoinAsync("win-1");
        var session = gateway.Connect(identity, Node("win-1"), new RecordedTasks());
        clock.Advance(TimeSpan.FromHours(3));
        (await StateAsync(identity)).ShouldBe("ready");

        await session.DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(14));
        (await StateAsync(identity)).ShouldBe("ready");
        (await engine.DeleteAsync($"/nodes/{identity.NodeId}")).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        clock.Advance(TimeSpan.FromSeconds(2));
        (await StateAsync(identity)).ShouldBe("down");

        (await engine.DeleteAsync($"/nodes/{identity.NodeId}")).Status.ShouldBe(HttpStatusCode.OK);
        await using var again = gateway.Connect(identity, Node("win-1"), new RecordedTasks());
        again.State.ShouldBe("error");
        again.Error.ShouldContain($"node {identity.NodeId} was removed from swarm");
    }

    [Fact]
    public async Task A_session_notices_that_its_node_was_removed()
    {
        var identity = await JoinAsync("win-1");
        await using var session = gateway.Connect(identity, Node("win-1"), new RecordedTasks());

        await engine.DeleteAsync($"/nodes/{identity.NodeId}?force=1");

        session.State.ShouldBe("error");
        session.Error.ShouldContain("was removed from swarm");
    }

    [Fact]
    public async Task Tasks_run_where_they_fit_move_on_drain_and_end_with_their_service()
    {
        RecordedTasks first = new();
        RecordedTasks second = new();
        var one = await JoinAsync("win-1");
        var two = await JoinAsync("win-2");
        await using var sessionOne = gateway.Connect(one, Node("win-1"), first);
        await using var sessionTwo = gateway.Connect(two, Node("win-2"), second);

        await engine.CreateServiceAsync("web", 4, "node.platform.os==windows");
        first.Running.Count.ShouldBe(2);
        second.Running.Count.ShouldBe(2);

        await engine.UpdateNodeAsync(one.NodeId, spec => spec["Availability"] = "drain");
        first.Running.ShouldBeEmpty();
        second.Running.Count.ShouldBe(4);

        await engine.DeleteAsync("/services/web");
        second.Running.ShouldBeEmpty();
        (await engine.ReadAsync("/tasks")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_task_that_is_refused_is_tried_again_after_its_delay()
    {
        RecordedTasks tasks = new() { Refusal = "No such image: shop/web:1" };
        var identity = await JoinAsync("win-1");
        await using var session = gateway.Connect(identity, Node("win-1"), tasks);

        await engine.CreateServiceAsync("web", 1, "node.platform.os==windows");

        var states = (await engine.TasksAsync("web")).AsArray();
        states.Count.ShouldBe(2);
        var refused = states.Single(task => (string)task!["DesiredState"]! == "shutdown")!;
        ((string)refused["Status"]!["State"]!).ShouldBe("failed");
        ((string)refused["Status"]!["Err"]!).ShouldBe("No such image: shop/web:1");

        tasks.Refusal = null;
        clock.Advance(TimeSpan.FromSeconds(4));
        swarm.Refresh();
        tasks.Running.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(1));
        swarm.Refresh();
        tasks.Running.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_host_that_comes_back_reports_what_died_with_it()
    {
        RecordedTasks before = new();
        var identity = await JoinAsync("win-1");
        var session = gateway.Connect(identity, Node("win-1"), before);
        await engine.CreateServiceAsync("web", 1, "node.platform.os==windows");
        await session.DisposeAsync();

        RecordedTasks after = new();
        await using var next = gateway.Connect(identity, Node("win-1"), after);
        after.Running.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(5));
        swarm.Refresh();
        after.Running.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("garbage", "invalid join token")]
    [InlineData(
        "SECRET",
        "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster"
    )]
    [InlineData("DIGEST", "remote CA does not match fingerprint. Expected: 00000000")]
    [InlineData("MANAGER", "workers only")]
    public async Task A_wrong_token_is_refused_in_the_words_of_the_engine(
        string how,
        string expected
    )
    {
        var real = swarm.WorkerToken;
        var token = how switch
        {
            "SECRET" => real[..^25] + "0000000000000000000000001",
            "DIGEST" => $"SWMTKN-1-{new string('0', 50)}-{real[^25..]}",
            "MANAGER" => (string)(await engine.ReadAsync("/swarm"))["JoinTokens"]!["Manager"]!,
            _ => how,
        };

        var refused = await Should.ThrowAsync<SwarmJoinException>(() =>
            gateway.EnrollAsync(Join(token), Node("win-1"), default)
        );

        refused.Message.ShouldContain(expected);
        (await engine.ReadAsync("/nodes")).AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_manager_that_is_not_there_is_refused_connection()
    {
        gateway.Reachable = false;
        (
            await Should.ThrowAsync<HostException>(() => gateway.ReadRootAsync("10.0.0.5", default))
        ).Code.ShouldBe(WindowsError.ConnectionRefused);
        (
            await Should.ThrowAsync<SwarmJoinException>(() =>
                gateway.EnrollAsync(Join(swarm.WorkerToken), Node("win-1"), default)
            )
        ).Message.ShouldContain("connection refused");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_swarm()
    {
        async Task<string> RunAsync()
        {
            var model = NewSwarm();
            var memory = new MemorySwarmGateway(model);
            using var client = new EngineClient(new SwarmManagerHandler(model));
            var identity = await memory.EnrollAsync(
                Join(model.WorkerToken),
                Node("win-1"),
                default
            );
            await using var session = memory.Connect(identity, Node("win-1"), new RecordedTasks());
            await client.CreateServiceAsync("web", 2);
            return (await client.ReadAsync("/nodes")).ToJsonString()
                + (await client.ReadAsync("/tasks")).ToJsonString();
        }

        (await RunAsync()).ShouldBe(await RunAsync());
    }

    private SwarmModel NewSwarm() =>
        new(
            new SwarmModelOptions
            {
                Clock = clock,
                Authority = Authority,
                Seed = 7,
            }
        );

    private async Task<string> StateAsync(SwarmIdentity identity) =>
        (string)(await engine.ReadAsync($"/nodes/{identity.NodeId}"))["Status"]!["State"]!;

    private Task<SwarmIdentity> JoinAsync(string name) =>
        gateway.EnrollAsync(Join(swarm.WorkerToken), Node(name), default);

    private static SwarmJoin Join(string token) =>
        new(["10.0.0.5"], token, "0.0.0.0:2377", "10.0.0.21", null, "active");

    private static SimulatedNode Node(string name) => new(name, 20348, 4, 8L << 30, "28.2.2");
}
