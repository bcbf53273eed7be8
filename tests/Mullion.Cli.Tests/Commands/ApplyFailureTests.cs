using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Hosts;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

/// <summary>What goes wrong on the way, with one node and with several.</summary>
public class ApplyFailureTests
{
    [Fact]
    public async Task A_failed_step_is_shown_with_its_fix_and_what_to_do_next()
    {
        using var lab = new CliLab();
        lab["win-1"].Failing["firewall/swarm-7946-tcp"] = "The rule could not be made.";

        (await lab.RunAsync("apply", "--yes")).ShouldBe(4);

        Snapshot.Match(lab.Screen, "apply-failed");
    }

    [Fact]
    public async Task After_a_failure_the_same_command_goes_on()
    {
        using var lab = new CliLab();
        lab["win-1"].Failing["firewall/swarm-7946-tcp"] = "The rule could not be made.";
        await lab.RunAsync("apply", "--yes");
        lab["win-1"].Failing.Clear();

        (await lab.RunAsync("apply", "--yes")).ShouldBe(0);

        lab.Error.ShouldNotContain("feature/Containers");
    }

    [Fact]
    public async Task An_unreachable_node_does_not_stop_the_others()
    {
        using var lab = new CliLab("win-1", "win-2", "win-3");
        lab["win-2"].Lost = true;

        (await lab.RunAsync("apply", "--yes")).ShouldBe(4);

        Snapshot.Match(lab.Screen, "apply-unreachable");
        lab.Swarm.Nodes.Select(n => n.Name).ShouldBe(["manager-1", "win-1", "win-3"]);
    }

    [Fact]
    public async Task When_nothing_can_be_reached_nothing_was_changed()
    {
        using var lab = new CliLab();
        lab["win-1"].Lost = true;

        (await lab.RunAsync("apply", "--yes")).ShouldBe(1);
    }

    [Fact]
    public async Task A_host_under_another_run_is_left_alone()
    {
        using var lab = new CliLab();
        lab["win-1"].Busy = "Another run has the host: apply by bob@admin-2.";

        (await lab.RunAsync("apply", "--yes")).ShouldBe(1);

        lab.Out.ShouldContain("Another run has the host: apply by bob@admin-2.");
        lab["win-1"].Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_is_lost_in_the_middle_was_changed_in_part()
    {
        using var lab = new CliLab();
        lab["win-1"].Before = id =>
        {
            if (id == "engine/docker")
            {
                throw new HostLostException("lab:win-1 went away.");
            }
        };

        (await lab.RunAsync("apply", "--yes", "-o", "json")).ShouldBe(4);

        var node = lab.Json().GetProperty("nodes")[0];
        node.GetProperty("result").GetString().ShouldBe("partial");
        node.GetProperty("message").GetString().ShouldBe("lab:win-1 went away.");
    }

    [Fact]
    public async Task One_failing_node_among_several_at_once_is_told_apart()
    {
        using var lab = new CliLab("win-1", "win-2", "win-3");
        lab["win-2"].Failing["engine/docker"] = "The engine does not start.";

        (await lab.RunAsync("apply", "--yes", "--parallel", "3", "-o", "json")).ShouldBe(4);

        lab.Json()
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(n => n.GetProperty("result").GetString())
            .ShouldBe(["done", "partial", "done"]);
    }

    [Fact]
    public async Task So_many_nodes_run_at_once_as_was_said()
    {
        using var lab = new CliLab("win-1", "win-2", "win-3");
        using var together = new Barrier(3);
        foreach (var name in new[] { "win-1", "win-2", "win-3" })
        {
            lab[name].Before = id =>
            {
                if (id == "feature/Containers")
                {
                    together.SignalAndWait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
                }
            };
        }

        (await lab.RunAsync("apply", "--yes", "--parallel", "3")).ShouldBe(0);
    }

    [Fact]
    public async Task A_plan_that_interrupts_runs_one_by_one()
    {
        using var lab = new CliLab("win-1", "win-2", "win-3");
        var running = 0;
        var most = 0;
        foreach (var name in new[] { "win-1", "win-2", "win-3" })
        {
            lab[name].Before = id =>
            {
                if (id == "feature/Containers")
                {
                    most = Math.Max(most, Interlocked.Increment(ref running));
                }
                else if (id == "swarm-membership/shop")
                {
                    Interlocked.Decrement(ref running);
                }
            };
        }

        (await lab.RunAsync("apply", "--yes")).ShouldBe(0);

        most.ShouldBe(1);
    }

    [Fact]
    public async Task After_too_many_failures_no_further_node_is_begun()
    {
        using var lab = new CliLab("win-1", "win-2", "win-3");
        lab["win-1"].Failing["engine/docker"] = "The engine does not start.";

        (await lab.RunAsync("apply", "--yes", "--max-failures", "1")).ShouldBe(4);

        lab.Out.ShouldContain("win-2   not started");
        lab.Out.ShouldContain(
            "Apply: 0 of 3 nodes done, 1 failed in part, 2 not started (simulated)."
        );
        lab["win-2"].Journal.ShouldBeEmpty();
        lab["win-3"].Journal.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--parallel", "0")]
    [InlineData("--parallel", "many")]
    [InlineData("--max-failures", "-1")]
    [InlineData("--until", "verify")]
    [InlineData("--reboot", "never")]
    public async Task Values_that_cannot_be_are_wrong_usage(string option, string value)
    {
        using var lab = new CliLab();

        (await lab.RunAsync("apply", "--yes", option, value)).ShouldBe(2);

        lab.Error.ShouldStartWith("error: ");
        lab.Error.ShouldContain("mullion apply --help");
        lab["win-1"].Journal.ShouldBeEmpty();
    }
}
