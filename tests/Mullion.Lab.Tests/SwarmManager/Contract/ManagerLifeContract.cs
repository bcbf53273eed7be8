using System.Net;
using Mullion.Lab.Gateways;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>A worker's life as a manager shows it: join, Ready, labels, tasks, drain, Down, removal.</summary>
public abstract class ManagerLifeContract : ContractTest
{
    [Fact]
    public async Task It_is_the_manager_of_an_active_swarm()
    {
        var info = (await Engine.ReadAsync("/info"))["Swarm"]!;
        var swarm = await Engine.ReadAsync("/swarm");

        ((string)info["LocalNodeState"]!).ShouldBe("active");
        ((bool)info["ControlAvailable"]!).ShouldBeTrue();
        ((string)info["Cluster"]!["ID"]!).ShouldBe((string)swarm["ID"]!);
        ((string)info["RemoteManagers"]![0]!["Addr"]!).ShouldBe(Manager.ClusterAddress);
        var node = await Engine.ReadAsync($"/nodes/{info["NodeID"]}");
        ((bool)node["ManagerStatus"]!["Leader"]!).ShouldBeTrue();
        ((string)node["Spec"]!["Role"]!).ShouldBe("manager");
    }

    [Fact]
    public async Task The_token_is_for_the_root_that_it_hands_out()
    {
        var root = await Gateway.ReadRootAsync(Manager.ClusterAddress, default);

        JoinToken.Parse(await TokenAsync()).Matches(root).ShouldBeTrue();
        ((string)(await Engine.ReadAsync("/swarm"))["TLSInfo"]!["TrustRoot"]!).ShouldBe(
            System.Text.Encoding.UTF8.GetString(root)
        );
    }

    [Fact]
    public async Task A_worker_that_joins_is_Ready_and_as_it_describes_itself()
    {
        var identity = await EnrollAsync("pause");
        Connect(identity);

        var node = await BecomesAsync(identity, "ready");

        ((string)node["Spec"]!["Availability"]!).ShouldBe("pause");
        ((string)node["Spec"]!["Role"]!).ShouldBe("worker");
        node["Spec"]!["Labels"]!.AsObject().ShouldBeEmpty();
        node["ManagerStatus"].ShouldBeNull();
        ((string)node["Status"]!["Addr"]!).ShouldNotBeEmpty();
        var description = node["Description"]!;
        ((string)description["Hostname"]!).ShouldBe(Name);
        ((string)description["Platform"]!["OS"]!).ShouldBe("windows");
        ((string)description["Platform"]!["Architecture"]!).ShouldBe("x86_64");
        ((long)description["Resources"]!["NanoCPUs"]!).ShouldBe(4_000_000_000);
        ((long)description["Resources"]!["MemoryBytes"]!).ShouldBe(8L << 30);
        ((string)description["Engine"]!["EngineVersion"]!).ShouldBe("28.2.2");
        (await Engine.ReadAsync($"/nodes/{Name}"))["ID"]!
            .GetValue<string>()
            .ShouldBe(identity.NodeId);
    }

    [Fact]
    public async Task Labels_are_kept_and_a_stale_version_is_refused()
    {
        var (identity, _) = await JoinAsync();
        var before = await Engine.ReadAsync($"/nodes/{identity.NodeId}");

        await Engine.UpdateNodeAsync(identity.NodeId, spec => spec["Labels"]!["rack"] = "a");

        var after = await Engine.ReadAsync($"/nodes/{identity.NodeId}");
        ((string)after["Spec"]!["Labels"]!["rack"]!).ShouldBe("a");
        ((ulong)after["Version"]!["Index"]!).ShouldBeGreaterThan(
            (ulong)before["Version"]!["Index"]!
        );
        var (status, body) = await Engine.PostAsync(
            $"/nodes/{identity.NodeId}/update?version={before["Version"]!["Index"]}",
            before["Spec"]!.ToJsonString()
        );
        status.ShouldBe(HttpStatusCode.InternalServerError);
        ((string)body!["message"]!).ShouldBe(
            "rpc error: code = Unknown desc = update out of sequence"
        );
    }

    [Fact]
    public async Task A_service_runs_where_its_constraints_say_and_moves_on_drain()
    {
        RecordedTasks tasks = new();
        var (identity, _) = await JoinAsync(tasks);

        await CreateServiceAsync(2, "node.platform.os==windows", $"node.hostname=={Name}");
        var running = await TasksBecomeAsync(
            all => all.Count(task => State(task) == "running") == 2,
            "two tasks running"
        );
        running.AsArray().ShouldAllBe(task => (string)task!["NodeID"]! == identity.NodeId);
        running.AsArray().Select(task => (long)task!["Slot"]!).Order().ShouldBe([1, 2]);
        tasks.Running.Count.ShouldBe(2);

        await Engine.UpdateNodeAsync(identity.NodeId, spec => spec["Availability"] = "drain");
        var drained = await TasksBecomeAsync(
            all =>
                all.Count(task => State(task) == "shutdown") == 2
                && all.Count(task => State(task) == "pending" && task["Status"]!["Err"] is not null)
                    == 2,
            "tasks shut down and replacements waiting"
        );
        tasks.Running.ShouldBeEmpty();
        var waiting = drained.AsArray().First(task => State(task!) == "pending")!;
        waiting["NodeID"].ShouldBeNull();
        ((string)waiting["Status"]!["Message"]!).ShouldBe("pending task scheduling");
        ((string)waiting["Status"]!["Err"]!).ShouldMatch(
            @"^no suitable node \(.*\d nodes? not available for new tasks.*\)$"
        );
        drained
            .AsArray()
            .Where(task => State(task!) == "shutdown")
            .ShouldAllBe(task => Desired(task!) == "shutdown");

        await Engine.UpdateNodeAsync(identity.NodeId, spec => spec["Availability"] = "active");
        await TasksBecomeAsync(
            all => all.Count(task => State(task) == "running") == 2,
            "tasks running again"
        );
    }

    [Fact]
    public async Task Tasks_end_with_their_service()
    {
        RecordedTasks tasks = new();
        await JoinAsync(tasks);
        await CreateServiceAsync(1, $"node.hostname=={Name}");
        await TasksBecomeAsync(all => all.Exists(task => State(task) == "running"), "a task");

        (await Engine.DeleteAsync($"/services/{Name}")).Status.ShouldBe(HttpStatusCode.OK);

        await Manager.BecomesAsync(
            () => Engine.ReadAsync("/tasks"),
            all => !all.ToJsonString().Contains($"node.hostname=={Name}", StringComparison.Ordinal),
            "the tasks being gone"
        );
        tasks.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_label_that_goes_takes_the_task_with_it()
    {
        RecordedTasks tasks = new();
        var (identity, _) = await JoinAsync(tasks);
        await Engine.UpdateNodeAsync(identity.NodeId, spec => spec["Labels"]![Name] = "yes");
        await CreateServiceAsync(1, $"node.labels.{Name}==yes");
        await TasksBecomeAsync(all => all.Exists(task => State(task) == "running"), "a task");

        await Engine.UpdateNodeAsync(
            identity.NodeId,
            spec => spec["Labels"]!.AsObject().Remove(Name)
        );

        var after = await TasksBecomeAsync(
            all => all.Exists(task => State(task) == "rejected"),
            "the task being rejected"
        );
        var rejected = after.AsArray().Single(task => State(task!) == "rejected")!;
        ((string)rejected["Status"]!["Err"]!).ShouldBe("assigned node no longer meets constraints");
    }

    [Fact]
    public async Task A_node_is_removed_only_when_it_is_Down_and_knows_it_afterwards()
    {
        var (identity, session) = await JoinAsync();
        var (status, body) = await Engine.DeleteAsync($"/nodes/{identity.NodeId}");
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)body!["message"]!).ShouldBe(
            $"rpc error: code = FailedPrecondition desc = node {identity.NodeId} is not down and can't be removed"
        );

        await session.DisposeAsync();
        await Manager.PassHeartbeatsAsync();
        var down = await BecomesAsync(identity, "down");
        ((string)down["Status"]!["Message"]!).ShouldBe("heartbeat failure");

        (await Engine.DeleteAsync($"/nodes/{identity.NodeId}")).Status.ShouldBe(HttpStatusCode.OK);
        var (gone, missing) = await Engine.GetAsync($"/nodes/{identity.NodeId}");
        gone.ShouldBe(HttpStatusCode.NotFound);
        ((string)missing!["message"]!).ShouldBe($"node {identity.NodeId} not found");

        var again = Connect(identity);
        await ((WireSwarmSession)again).Ended;
        again.State.ShouldBe("error");
        again.Error.ShouldContain($"node {identity.NodeId} was removed from swarm");
    }

    [Fact]
    public async Task Tasks_of_a_node_that_is_Down_are_replaced()
    {
        var (identity, session) = await JoinAsync();
        await CreateServiceAsync(1, $"node.hostname=={Name}");
        await TasksBecomeAsync(all => all.Exists(task => State(task) == "running"), "a task");

        await session.DisposeAsync();
        await Manager.PassHeartbeatsAsync();
        await BecomesAsync(identity, "down");

        await TasksBecomeAsync(
            all =>
                all.Exists(task => State(task) == "running" && Desired(task) == "shutdown")
                && all.Exists(task => State(task) == "pending"),
            "the task being replaced"
        );
    }

    [Fact]
    public async Task A_worker_that_is_removed_by_force_notices()
    {
        var (identity, session) = await JoinAsync();

        (await Engine.DeleteAsync($"/nodes/{identity.NodeId}?force=1")).Status.ShouldBe(
            HttpStatusCode.OK
        );

        await ((WireSwarmSession)session).Ended;
        session.State.ShouldBe("error");
        session.Error.ShouldContain("was removed from swarm");
    }
}
