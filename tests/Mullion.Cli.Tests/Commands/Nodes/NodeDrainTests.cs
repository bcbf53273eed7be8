using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Tests.Commands.Nodes;

public class NodeDrainTests
{
    [Fact]
    public async Task Moves_the_work_away_and_waits()
    {
        using var lab = new CliLab();
        var id = lab.Swarm.Join("win-1", "10.0.0.21");
        lab.Swarm.Tasks[id] = [new NodeTask("t1", "web.1", "running", "running")];

        (await lab.RunAsync("node", "drain", "win-1", "--yes")).ShouldBe(0);

        lab.Swarm.Nodes[^1].Availability.ShouldBe("drain");
        lab.Out.ShouldEndWith("win-1 is drained.\n");
        lab.Out.ShouldStartWith("Simulated: the host win-1. The swarm is real.\n");
    }

    [Fact]
    public async Task Names_what_blocks_when_the_time_is_over()
    {
        using var lab = new CliLab();
        var id = lab.Swarm.Join("win-1", "10.0.0.21");
        lab.Swarm.TasksStay = true;
        lab.Swarm.Tasks[id] =
        [
            new NodeTask("t1", "web.1", "running", "shutdown"),
            new NodeTask("t2", "db.2", "running", "shutdown"),
        ];

        (
            await lab.RunAsync("node", "drain", "win-1", "--yes", "--timeout", "2m", "-o", "json")
        ).ShouldBe(4);

        lab.Json()
            .GetProperty("error")
            .GetProperty("message")
            .GetString()
            .ShouldBe("win-1 is not drained after 120 s: web.1 is running, db.2 is running.");
    }

    [Fact]
    public async Task A_drained_node_needs_no_agreement()
    {
        using var lab = new CliLab();
        lab.Swarm.Join("win-1", "10.0.0.21");
        await lab.RunAsync("node", "drain", "win-1", "--yes");

        (await lab.RunAsync("node", "drain", "win-1", "-o", "json")).ShouldBe(0);

        lab.Json().GetProperty("changed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Without_agreement_nothing_is_changed()
    {
        using var lab = new CliLab();
        lab.Swarm.Join("win-1", "10.0.0.21");

        (await lab.RunAsync("node", "drain", "win-1")).ShouldBe(2);

        lab.Swarm.Nodes[^1].Availability.ShouldBe("active");
    }

    [Fact]
    public async Task A_node_that_is_not_there_is_wrong_usage()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("node", "drain", "manger-1", "--yes")).ShouldBe(2);

        lab.Error.ShouldContain("Did you mean manager-1?");
    }

    [Theory]
    [InlineData("90")]
    [InlineData("0s")]
    [InlineData("soon")]
    [InlineData("5d")]
    public async Task A_time_that_is_none_is_wrong_usage(string time)
    {
        using var lab = new CliLab();

        (await lab.RunAsync("node", "drain", "win-1", "--timeout", time)).ShouldBe(2);

        lab.Error.ShouldContain($"--timeout takes a time such as 90s, 5m or 1h, not {time}.");
    }
}
