using System.Text.Json;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Docker.Services;
using Mullion.Lab.SwarmManager.Engine;
using Mullion.Simulation.Templates;
using Mullion.Swarm.Orchestration;

namespace Mullion.Core.Tests.Convergence;

/// <summary>A swarm may have two nodes of one name. Only those of this host are Mullion's to drain and delete.</summary>
public sealed class NamesakeTests : IDisposable
{
    private readonly Bed _bed = new(HostTemplates.Bare(20348));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_machine_of_the_same_name_stays_in_the_cluster(bool up)
    {
        await _bed.ApplyAsync();
        using var other = new Bed(
            HostTemplates.WithEngine(17763).WithNic("Ethernet", "00-15-5D-00-0A-77", "10.0.0.77"),
            Bed.Specs.Adopting,
            beside: _bed
        );
        await other.Host.Engine.JoinSwarmAsync(
            new SwarmJoin(
                ["10.0.0.5:2377"],
                _bed.Swarm.WorkerToken,
                "0.0.0.0:2377",
                "10.0.0.77",
                null,
                "active"
            ),
            CancellationToken.None
        );
        _bed.Clock.Advance(TimeSpan.FromSeconds(30));
        var foreign = (await _bed.NodesAsync()).Single(n => n.Address == "10.0.0.77");
        foreign.Name.ShouldBe("WIN-1", StringCompareShould.IgnoreCase);
        if (!up)
        {
            other.Host.CutPower();
            _bed.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
        var plan = (await _bed.PlanRemovalAsync()).Plan;
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        plan.Findings.ShouldContain(f =>
            f.Id == "namesake" && f.Severity == Severity.Warn && f.Message.Contains(foreign.Id)
        );
        (await _bed.NodesAsync()).Select(n => n.Id).ShouldBe([foreign.Id]);
    }

    [Fact]
    public async Task In_another_swarm_than_the_one_it_joined_nothing_is_looked_for()
    {
        await _bed.ApplyAsync();
        using var handler = new SwarmManagerHandler(Refused.OtherSwarm(_bed, "10.0.0.9:2377"));
        var docker = new DockerClient(
            DockerEndpoint.Parse("unix:///other.sock"),
            handler,
            new DockerClientOptions { Time = _bed.Clock }
        );
        using var orchestrator = new SwarmOrchestrator(docker, _bed.Clock);
        var there = new NodePlanner(
            "shop",
            new ClusterSide(orchestrator, _bed.Clock),
            (_, _) => throw new NotSupportedException(),
            (_, _) => throw new NotSupportedException()
        );
        await using var executor = await _bed.ConnectAsync(CancellationToken.None);

        var plan = await there.RemoveAsync(executor, CancellationToken.None);

        plan.Plan.Refusals.ShouldContain(f => f.Id == "other-swarm");
    }

    [Fact]
    public async Task A_node_that_somebody_let_work_again_in_mid_removal_is_drained_again()
    {
        await _bed.ApplyAsync();
        var id = (await _bed.NodesAsync()).Single().Id;
        await _bed.Docker.Services.CreateAsync(
            JsonSerializer.Deserialize<ServiceSpec>(
                """{"Name":"web","TaskTemplate":{"ContainerSpec":{"Image":"x"},"Placement":{"Constraints":["node.platform.os==windows"]}},"Mode":{"Replicated":{"Replicas":1}}}"""
            )!
        );
        _bed.Clock.Advance(TimeSpan.FromSeconds(30));
        (await _bed.Orchestrator.TasksAsync(id, CancellationToken.None)).ShouldNotBeEmpty();
        await _bed.Orchestrator.UpdateNodeAsync(
            id,
            new Dictionary<string, string?> { [NodeLabels.AvailabilityBefore] = "active" },
            "active",
            CancellationToken.None
        );

        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        (await _bed.NodesAsync()).ShouldBeEmpty();
    }

    public void Dispose() => _bed.Dispose();
}
