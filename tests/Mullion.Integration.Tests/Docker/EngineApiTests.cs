using System.Net;
using Mullion.Docker;
using Mullion.Docker.Nodes;
using Mullion.Docker.Swarm;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.Docker;

/// <summary>The Engine API client against a real dockerd.</summary>
public sealed class EngineApiTests(SharedSwarm shared)
{
    [Fact]
    public async Task The_engine_tells_of_itself_and_of_its_swarm()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();

        var ping = await docker.Engine.PingAsync();
        var version = await docker.Engine.VersionAsync();
        var info = await docker.Engine.InfoAsync();
        var cluster = await docker.Swarm.InspectAsync();

        ping.OsType.ShouldBe("linux");
        ping.ApiVersion.ShouldBe(version.ApiVersion);
        info.ServerVersion.ShouldBe(version.Version);
        info.Swarm.LocalNodeState.ShouldBe("active");
        info.Swarm.ControlAvailable.ShouldBeTrue();
        info.Swarm.Cluster!.Id.ShouldBe(cluster.Id);
        info.Swarm.RemoteManagers.ShouldHaveSingleItem().Addr.ShouldBe(swarm.ManagerAddress);
        cluster.DataPathPort.ShouldBe(4789U);
    }

    [Fact]
    public async Task Networks_containers_and_the_manager_itself_are_listed()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();

        (await docker.Networks.ListAsync()).ShouldContain(n =>
            n.Ingress && n.Driver == "overlay" && n.Scope == "swarm"
        );
        (await docker.Containers.ListAsync(all: true)).ShouldBeEmpty();
        var manager = (
            await docker.Nodes.ListAsync(new NodeFilter { Roles = ["manager"] })
        ).ShouldHaveSingleItem();
        manager.ManagerStatus!.Leader.ShouldBeTrue();
        manager.ManagerStatus.Addr.ShouldBe(swarm.ManagerAddress);
    }

    [Fact]
    public async Task Refusals_carry_status_and_words()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();
        var self = (await docker.Engine.InfoAsync()).Swarm.NodeId;

        var absent = await RefusedAsync(() => docker.Nodes.InspectAsync("nobody"));
        absent.Status.ShouldBe(HttpStatusCode.NotFound);
        absent.EngineMessage.ShouldContain("nobody");

        var member = await RefusedAsync(() =>
            docker.Swarm.JoinAsync(
                new SwarmJoinRequest
                {
                    RemoteAddrs = [swarm.ManagerAddress],
                    JoinToken = "SWMTKN-1-canary",
                }
            )
        );
        member.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        member.Fix!.ShouldContain("docker swarm leave");
        member.ToString().ShouldNotContain("canary");

        var manager = await RefusedAsync(() => docker.Nodes.DeleteAsync(self));
        manager.EngineMessage.ShouldContain("is a cluster manager");

        var container = await RefusedAsync(() => docker.Containers.RemoveAsync("nobody"));
        container.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_update_of_an_old_version_is_refused_and_the_helper_reads_again()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();
        var self = (await docker.Engine.InfoAsync()).Swarm.NodeId;
        var before = await docker.Nodes.InspectAsync(self);
        await LabelAsync(docker, self, "first", "1");

        var stale = await RefusedAsync(() =>
            docker.Nodes.UpdateAsync(self, before.Version.Index, before.Spec)
        );
        stale.EngineMessage.ShouldContain("update out of sequence");
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => LabelAsync(docker, self, $"k{i}", "v"))
        );

        var after = await docker.Nodes.InspectAsync(self);
        after.Spec.Labels.Keys.Order().ShouldBe(["first", "k0", "k1", "k2", "k3"]);
        await docker.Nodes.UpdateAsync(
            self,
            spec => spec with { Labels = new Dictionary<string, string>() }
        );
    }

    [Fact]
    public async Task A_swarm_is_left_and_the_engine_says_so()
    {
        await using var swarm = await RealSwarm.StartAsync();
        using var docker = swarm.Client();

        (await RefusedAsync(() => docker.Swarm.LeaveAsync())).EngineMessage.ShouldContain("force");
        await docker.Swarm.LeaveAsync(force: true);

        (await docker.Engine.InfoAsync()).Swarm.IsMember.ShouldBeFalse();
        var refusal = await RefusedAsync(() => docker.Swarm.InspectAsync());
        refusal.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refusal.Fix.ShouldBe("Give the endpoint of a manager of the Swarm.");
    }

    [Fact]
    public async Task A_stopped_engine_is_said_to_be_stopped()
    {
        await using var swarm = await RealSwarm.StartAsync();
        using var docker = swarm.Client();
        await docker.Engine.PingAsync();

        await swarm.StopAsync();
        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            docker.Engine.PingAsync()
        );

        error.Endpoint.ShouldBe(swarm.Endpoint);
        error.Fix!.ShouldStartWith("Is the docker engine running there?");
        await swarm.StartDaemonAsync();
        (await docker.Engine.InfoAsync()).Swarm.IsMember.ShouldBeTrue();
    }

    private static Task LabelAsync(DockerClient docker, string id, string key, string value) =>
        docker.Nodes.UpdateAsync(
            id,
            spec =>
                spec with
                {
                    Labels = new Dictionary<string, string>(spec.Labels) { [key] = value },
                }
        );

    private static async Task<DockerApiException> RefusedAsync(Func<Task> call) =>
        await Should.ThrowAsync<DockerApiException>(call);
}
