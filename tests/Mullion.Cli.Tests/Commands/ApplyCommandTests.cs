using Mullion.Cli.Tests.Fakes;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

public class ApplyCommandTests
{
    [Fact]
    public async Task Joins_a_host_and_says_so()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("apply", "--yes")).ShouldBe(0);

        Snapshot.Match(lab.Screen, "apply");
        lab.Swarm.Nodes.ShouldContain(n => n.Name == "win-1" && n.Labels["rack"] == "a");
    }

    [Fact]
    public async Task Second_apply_has_nothing_to_do_and_asks_nothing()
    {
        using var lab = new CliLab();
        await lab.RunAsync("apply", "--yes");
        var before = lab["win-1"].Journal.Count;

        (await lab.RunAsync("apply")).ShouldBe(0);

        Snapshot.Match(lab.Screen, "apply-again");
        lab["win-1"].Journal.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Json_is_one_document_on_stdout_and_progress_is_on_stderr()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("apply", "--yes", "-o", "json")).ShouldBe(0);

        lab.Json().GetProperty("result").GetString().ShouldBe("done");
        lab.Error.ShouldContain("swarm-membership/shop: done");
        Snapshot.Match(lab.Stable(lab.Out), "apply-json");
    }

    [Fact]
    public async Task Only_the_named_nodes_are_touched()
    {
        using var lab = new CliLab("win-1", "win-2");

        (await lab.RunAsync("apply", "WIN-2", "--yes")).ShouldBe(0);

        lab["win-1"].Journal.ShouldBeEmpty();
        lab["win-2"].Present.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_name_that_is_not_in_the_spec_is_wrong_usage()
    {
        using var lab = new CliLab("win-1", "win-2");

        (await lab.RunAsync("apply", "wni-1", "--yes")).ShouldBe(2);

        Snapshot.Match(lab.Screen, "apply-unknown-node");
    }

    [Fact]
    public async Task Without_a_terminal_and_without_yes_nothing_is_changed()
    {
        using var lab = new CliLab();
        lab["win-1"].NeedsReboot = true;

        (await lab.RunAsync("apply")).ShouldBe(2);

        lab.Error.ShouldBe(
            """
            error: Nothing was changed: nobody can be asked here, and --yes is not given.
            fix:   Look at the plan, then run it with: --yes --reboot allow

            """
        );
        lab["win-1"].Journal.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("y\n", 0)]
    [InlineData("YES\n", 0)]
    [InlineData("\n", 3)]
    [InlineData("n\n", 3)]
    [InlineData("", 3)]
    public async Task On_a_terminal_the_answer_counts(string typed, int exit)
    {
        using var lab = new CliLab { Terminal = CliLab.PlainTerminal, Typed = typed };

        (await lab.RunAsync("apply")).ShouldBe(exit);

        lab.Error.ShouldContain("Apply this plan to 1 node? [y/N]");
        (lab["win-1"].Journal.Count > 0).ShouldBe(exit == 0);
    }

    [Fact]
    public async Task A_question_with_json_shows_the_plan_on_stderr()
    {
        using var lab = new CliLab { Terminal = CliLab.PlainTerminal, Typed = "y\n" };

        (await lab.RunAsync("apply", "-o", "json")).ShouldBe(0);

        lab.Error.ShouldContain("+ swarm-membership/shop");
        lab.Json().GetProperty("exitCode").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Stops_after_a_heading_and_shows_what_is_not_done_now()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("apply", "--until", "network", "--yes")).ShouldBe(0);

        Snapshot.Match(lab.Screen, "apply-until");
        lab["win-1"].Present.Keys.ShouldNotContain("swarm-membership/shop");
        lab["win-1"].Present.Keys.ShouldContain("firewall/swarm-2377-tcp");
    }

    [Fact]
    public async Task The_token_is_nowhere()
    {
        using var lab = new CliLab { Debug = true };
        lab["win-1"].Failing["swarm-membership/shop"] = $"join refused: {FakeSwarm.Token}";

        foreach (var format in new[] { "table", "json", "yaml" })
        {
            (await lab.RunAsync("apply", "--yes", "-o", format)).ShouldBe(4);

            (lab.Out + lab.Error).ShouldNotContain(new string('c', 25));
            lab.Out.ShouldContain("join refused: SWMTKN-(hidden)");
        }
    }

    [Fact]
    public async Task What_is_simulated_says_so()
    {
        using var lab = new CliLab("win-1", "win-2");
        lab["win-1"].Simulated = false;

        await lab.RunAsync("apply", "--yes");

        lab.Out.ShouldStartWith("Simulated: the host win-2. The swarm is real.\n");
        lab.Out.ShouldContain("10.0.20348.2700, simulated\n");
        lab.Out.ShouldEndWith("Apply: 2 of 2 nodes done (simulated).\n");

        await lab.RunAsync("apply", "--yes", "-o", "json");
        lab.Json().GetProperty("simulated").GetBoolean().ShouldBeTrue();
    }
}
