using Mullion.Cli.Tests.Fakes;
using Mullion.Core;
using Mullion.Core.Orchestrators;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands.Nodes;

public class NodeCommandTests
{
    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("yaml")]
    public async Task Ls_lists_the_cluster_and_what_has_not_joined(string format)
    {
        using var lab = new CliLab("win-1", "win-2");
        await lab.RunAsync("apply", "win-1", "--yes");

        (await lab.RunAsync("node", "ls", "-o", format)).ShouldBe(0);

        Snapshot.Match(lab.Screen, $"node-ls-{format}");
    }

    [Fact]
    public async Task Add_is_apply_for_named_nodes()
    {
        using var lab = new CliLab("win-1", "win-2");

        (await lab.RunAsync("node", "add", "win-2", "--yes")).ShouldBe(0);
        (await lab.RunAsync("node", "add", "--yes")).ShouldBe(2);

        lab["win-1"].Journal.ShouldBeEmpty();
        lab["win-2"].Present.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Show_tells_host_node_and_what_is_owned(string format)
    {
        using var lab = new CliLab();
        lab["win-1"].Simulated = true;
        await lab.RunAsync("apply", "--yes");

        (await lab.RunAsync("node", "show", "win-1", "--verbose", "-o", format)).ShouldBe(0);

        Snapshot.Match(lab.Screen, $"node-show-{format}");
    }

    [Fact]
    public async Task Show_tells_the_half_that_answers()
    {
        using var lab = new CliLab();
        await lab.RunAsync("apply", "--yes");
        lab["win-1"].Lost = true;

        (await lab.RunAsync("node", "show", "win-1")).ShouldBe(1);
        lab.Out.ShouldContain("error: lab:win-1 does not answer.");
        lab.Out.ShouldContain("cluster    Ready, Active, worker");

        lab["win-1"].Lost = false;
        lab.Swarm.Failure = new MullionException("The manager does not answer.");
        (await lab.RunAsync("node", "show", "win-1")).ShouldBe(1);
        lab.Out.ShouldContain("error: The manager does not answer.");
        lab.Out.ShouldContain("interface  Ethernet");
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Journal_tells_what_happened_also_without_the_manager(string format)
    {
        using var lab = new CliLab();
        await lab.RunAsync("apply", "--yes", "--until", "runtime");
        lab.Swarm.Failure = new MullionException("The manager does not answer.");

        (await lab.RunAsync("node", "journal", "win-1", "-o", format)).ShouldBe(0);

        Snapshot.Match(lab.Screen, $"node-journal-{format}");
    }

    [Fact]
    public async Task Journal_of_an_untouched_host_is_nothing()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("node", "journal", "win-1")).ShouldBe(0);

        lab.Out.ShouldBe(
            """
            Simulated: the host win-1.

            Nothing: Mullion has changed nothing on win-1 (lab:win-1).

            """
        );
    }

    [Fact]
    public async Task Remove_takes_the_node_out_and_the_host_back()
    {
        using var lab = new CliLab();
        await lab.RunAsync("apply", "--yes");

        (await lab.RunAsync("node", "remove", "win-1", "--yes")).ShouldBe(0);

        Snapshot.Match(lab.Screen, "node-remove");
        lab["win-1"].Present.ShouldBeEmpty();
        lab["win-1"].Journal.ShouldBeEmpty();
        lab.Swarm.Nodes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Remove_of_what_was_never_added_has_nothing_to_do()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("node", "remove", "win-1")).ShouldBe(0);

        lab.Out.ShouldContain("nothing here is Mullion's; nothing to remove");
    }

    [Fact]
    public async Task Remove_names_what_does_not_move_away()
    {
        using var lab = new CliLab();
        await lab.RunAsync("apply", "--yes");
        lab.Swarm.TasksStay = true;
        lab.Swarm.Tasks[lab.Swarm.Nodes[^1].Id] =
        [
            new NodeTask("t1", "web.1", "running", "shutdown"),
        ];

        (await lab.RunAsync("node", "remove", "win-1", "--yes", "--drain-timeout", "90s")).ShouldBe(
            4
        );

        lab.Out.ShouldContain("win-1 is not drained after 90 s: web.1 is running.");
        lab["win-1"].Present.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Token_is_on_stdout_alone(string format)
    {
        using var lab = new CliLab();

        (await lab.RunAsync("token", "show", "-o", format)).ShouldBe(0);

        (format == "table" ? lab.Out : lab.Json().GetProperty("token").GetString() + "\n").ShouldBe(
            FakeSwarm.Token + "\n"
        );
        lab.Error.ShouldBe("This is a secret: whoever has it can join workers to shop.\n");
    }
}
