using System.Net;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Docker.Nodes;
using Mullion.Lab.SwarmManager.Engine;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.Tests.SwarmManager;

/// <summary>Mullion's own client on the simulated manager without a socket, as property tests use it.</summary>
public sealed class SwarmManagerHandlerTests : IDisposable
{
    private readonly SwarmModel model = new();
    private readonly DockerClient docker;

    public SwarmManagerHandlerTests() =>
        docker = new DockerClient(
            DockerEndpoint.Parse("unix:///simulated"),
            new SwarmManagerHandler(model)
        );

    public void Dispose() => docker.Dispose();

    [Fact]
    public async Task It_is_a_manager_and_says_that_it_is_simulated()
    {
        var info = await docker.Engine.InfoAsync();
        info.Swarm.ControlAvailable.ShouldBeTrue();
        info.OperatingSystem!.ShouldContain("simulated");
        (await docker.Swarm.InspectAsync()).JoinTokens.Worker.ShouldBe(model.WorkerToken);
    }

    [Fact]
    public async Task Nodes_are_listed_changed_and_kept_from_removal()
    {
        var node = (
            await docker.Nodes.ListAsync(new NodeFilter { Names = ["sim-manager"] })
        ).ShouldHaveSingleItem();
        await docker.Nodes.UpdateAsync(
            node.Id,
            spec => spec with { Labels = new Dictionary<string, string> { ["rack"] = "a" } }
        );
        (await docker.Nodes.InspectAsync("sim-manager")).Spec.Labels["rack"].ShouldBe("a");

        var refused = await Should.ThrowAsync<DockerApiException>(() =>
            docker.Nodes.UpdateAsync(node.Id, node.Version.Index, node.Spec)
        );
        refused.EngineMessage.ShouldContain("update out of sequence");
        (
            await Should.ThrowAsync<DockerApiException>(() =>
                docker.Nodes.DeleteAsync(node.Id, true)
            )
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Tokens_are_rotated()
    {
        var before = model.WorkerToken;
        await docker.Swarm.RotateWorkerTokenAsync();
        model.WorkerToken.ShouldNotBe(before);
    }
}
