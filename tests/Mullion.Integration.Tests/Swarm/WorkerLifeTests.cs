using Mullion.Docker;
using Mullion.Docker.Nodes;
using Mullion.Docker.Services;
using Mullion.Docker.Tasks;
using Mullion.Integration.Tests.RealDocker;
using Mullion.Swarm.Worker;

namespace Mullion.Integration.Tests.Swarm;

/// <summary>A hollow Windows worker on a real dockerd that is the manager.</summary>
public sealed class WorkerLifeTests(SharedSwarm shared)
{
    [Fact]
    public async Task A_worker_joins_works_is_drained_stops_and_is_removed()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();
        var identity = await RunningWorker.JoinAsync(swarm);
        var worker = new RunningWorker(identity, "win-life");
        string service;
        await using (worker)
        {
            await worker.BecomesAsync(WorkerStateKind.Active);
            var node = await BecomesAsync(docker, identity.NodeId, n => n.IsReady);
            node.Hostname.ShouldBe("win-life");
            node.Description.Platform.Os.ShouldBe("windows");
            node.Description.Platform.Architecture.ShouldBe("x86_64");
            node.Description.Engine.EngineVersion.ShouldBe("28.2.2");
            node.Description.Engine.Plugins.ShouldContain(new NodePlugin("Network", "overlay"));
            node.Description.Resources.NanoCpus.ShouldBe(4_000_000_000);
            node.Status.Addr.ShouldBe(swarm.HostAddress);
            identity.ClusterId.ShouldBe((await docker.Swarm.InspectAsync()).Id);

            await docker.Nodes.UpdateAsync(
                identity.NodeId,
                spec => spec with { Labels = new Dictionary<string, string> { ["rack"] = "a" } }
            );
            await worker.NodeBecomesAsync(n => n.Labels.GetValueOrDefault("rack") == "a");

            service = await CreateServiceAsync(docker, "life", identity.NodeId);
            var tasks = await Eventually.BecomesAsync(
                () => TasksAsync(docker, service),
                tasks => tasks.Count(t => t.Status.State == "running") == 2,
                "two running tasks"
            );
            tasks.ShouldAllBe(t => t.NodeId == identity.NodeId);
            worker.Runtime.Calls.Count(c => c.StartsWith("start life.")).ShouldBe(2);

            await docker.Nodes.UpdateAsync(
                identity.NodeId,
                spec => spec with { Availability = "drain" }
            );
            await worker.NodeBecomesAsync(n => n.Availability == WorkerAvailability.Drain);
            await Eventually.BecomesAsync(
                () => TasksAsync(docker, service),
                tasks =>
                    tasks.Count(t => t.NodeId == identity.NodeId && t.Status.State == "shutdown")
                        == 2
                    && tasks.All(t => t.Status.State != "running"),
                "drained tasks"
            );
            worker.Runtime.Calls.Count(c => c.StartsWith("stop life.")).ShouldBe(2);

            var ready = await Should.ThrowAsync<DockerApiException>(() =>
                docker.Nodes.DeleteAsync(identity.NodeId)
            );
            ready.EngineMessage.ShouldContain("is not down and can't be removed");
        }

        await BecomesAsync(docker, identity.NodeId, n => n.IsDown);
        await docker.Services.DeleteAsync(service);
        await docker.Nodes.DeleteAsync(identity.NodeId);
        (await docker.Nodes.ListAsync()).ShouldNotContain(n => n.Id == identity.NodeId);
    }

    [Fact]
    public async Task A_worker_that_was_rebooted_is_the_same_node_without_a_token()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();
        var identity = await RunningWorker.JoinAsync(swarm);
        WorkerIdentity kept;
        string service;
        await using (var before = new RunningWorker(identity, "win-reboot"))
        {
            await before.BecomesAsync(WorkerStateKind.Active);
            service = await CreateServiceAsync(docker, "reboot", identity.NodeId);
            await RunningAsync(docker, service);
            kept = before.Identity;
        }

        await using var after = new RunningWorker(kept, "win-reboot");
        await after.BecomesAsync(WorkerStateKind.Active);
        await BecomesAsync(docker, identity.NodeId, n => n.IsReady);
        await Eventually.BecomesAsync(
            () => TasksAsync(docker, service),
            tasks =>
                tasks.Count(t => t.Status.State == "running") == 2
                && tasks.Count(t => t.Status.State == "failed") == 2,
            "tasks lost with the reboot and new ones running"
        );

        await docker.Services.DeleteAsync(service);
        await docker.Nodes.DeleteAsync(identity.NodeId, force: true);
    }

    [Fact]
    public async Task A_node_that_was_removed_ends_its_worker_with_the_managers_words()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();
        var identity = await RunningWorker.JoinAsync(swarm);
        await using var worker = new RunningWorker(identity, "win-removed");
        await worker.BecomesAsync(WorkerStateKind.Active);

        await docker.Nodes.DeleteAsync(identity.NodeId, force: true);
        await worker.EndsAsync();

        worker.State.Kind.ShouldBe(WorkerStateKind.Error);
        worker.State.Message!.ShouldContain("removed from swarm");
    }

    [Fact]
    public async Task A_changed_description_reaches_the_manager()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();
        var identity = await RunningWorker.JoinAsync(swarm);
        await using var worker = new RunningWorker(identity, "win-upgrade");
        await BecomesAsync(docker, identity.NodeId, n => n.IsReady);

        worker.EngineVersion = "28.3.0";

        await BecomesAsync(
            docker,
            identity.NodeId,
            n => n.Description.Engine.EngineVersion == "28.3.0"
        );
        await docker.Nodes.DeleteAsync(identity.NodeId, force: true);
    }

    private static Task<SwarmNode> BecomesAsync(
        DockerClient docker,
        string id,
        Func<SwarmNode, bool> wanted
    ) => Eventually.BecomesAsync(() => docker.Nodes.InspectAsync(id), wanted, $"node {id}");

    private static Task RunningAsync(DockerClient docker, string service) =>
        Eventually.BecomesAsync(
            () => TasksAsync(docker, service),
            tasks => tasks.Count(t => t.Status.State == "running") == 2,
            "two running tasks"
        );

    private static Task<IReadOnlyList<SwarmTask>> TasksAsync(DockerClient docker, string service) =>
        docker.Tasks.ListAsync(new TaskFilter { Services = [service] });

    private static Task<string> CreateServiceAsync(
        DockerClient docker,
        string name,
        string nodeId
    ) =>
        docker.Services.CreateAsync(
            new ServiceSpec
            {
                Name = name,
                TaskTemplate = new TaskTemplate
                {
                    ContainerSpec = new ContainerSpec
                    {
                        Image = "mcr.microsoft.com/windows/nanoserver:ltsc2022",
                    },
                    Placement = new Placement
                    {
                        Constraints = ["node.platform.os==windows", $"node.id=={nodeId}"],
                    },
                },
                Mode = new ServiceMode { Replicated = new ReplicatedMode(2) },
            }
        );
}
