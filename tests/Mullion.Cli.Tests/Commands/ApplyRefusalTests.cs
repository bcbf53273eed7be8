using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Findings;
using Mullion.Core.Resources;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

/// <summary>What keeps an apply from changing anything: exit 3, or 4 when other nodes were changed.</summary>
public class ApplyRefusalTests
{
    private static readonly Finding OldBuild = Finding.Refuse(
        "os-build",
        "Windows build 9600 is not supported.",
        "Use Windows Server 2019 or later."
    );

    [Fact]
    public async Task A_failed_check_refuses_and_changes_nothing()
    {
        using var lab = new CliLab();
        lab["win-1"].Findings.Add(OldBuild);
        lab["win-1"].Findings.Add(Finding.Unknown("disk", "The disk could not be read."));
        lab["win-1"].Findings.Add(Finding.Ok("cpu", "4 processors."));

        (await lab.RunAsync("apply", "--yes")).ShouldBe(3);

        Snapshot.Match(lab.Screen, "apply-refused");
        lab["win-1"].Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_refused_node_does_not_stop_the_others()
    {
        using var lab = new CliLab("win-1", "win-2");
        lab["win-1"].Findings.Add(OldBuild);

        (await lab.RunAsync("apply", "--yes", "-o", "json")).ShouldBe(4);

        var nodes = lab.Json().GetProperty("nodes");
        nodes[0].GetProperty("result").GetString().ShouldBe("refused");
        nodes[0].GetProperty("fix").GetString().ShouldBe(OldBuild.Fix);
        nodes[1].GetProperty("result").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task A_conflict_refuses_until_it_is_forced()
    {
        using var lab = new CliLab();
        lab["win-1"].Present["feature/Containers"] = new ResourceState(("state", "present"));
        lab["win-1"].Conflicts.Add("feature/Containers");

        (await lab.RunAsync("apply", "--yes")).ShouldBe(3);
        lab.Out.ShouldContain("    ! feature/Containers");
        lab.Out.ShouldContain("--force-conflicts");
        lab["win-1"].Journal.ShouldBeEmpty();

        (await lab.RunAsync("apply", "--yes", "--force-conflicts")).ShouldBe(0);
        lab["win-1"].Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restart_that_is_not_allowed_refuses_before_anything_is_changed()
    {
        using var lab = new CliLab("win-1", "win-2");
        lab["win-1"].NeedsReboot = true;

        (await lab.RunAsync("apply", "--yes")).ShouldBe(3);

        Snapshot.Match(lab.Screen, "apply-reboot-refused");
        lab["win-1"].Journal.ShouldBeEmpty();
        lab["win-2"].Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restart_that_is_allowed_happens_and_the_run_goes_on_after_it()
    {
        using var lab = new CliLab();
        lab["win-1"].NeedsReboot = true;

        (await lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(0);

        lab["win-1"].Boots.ShouldBe(2);
        lab.Error.ShouldContain("win-1   restarting");
        lab.Error.ShouldContain("win-1   is back");
    }

    [Theory]
    [InlineData("y\ny\n", 0)]
    [InlineData("y\nn\n", 3)]
    public async Task On_a_terminal_a_restart_is_asked_for(string typed, int exit)
    {
        using var lab = new CliLab { Terminal = CliLab.PlainTerminal, Typed = typed };
        lab["win-1"].NeedsReboot = true;

        (await lab.RunAsync("apply")).ShouldBe(exit);

        lab.Error.ShouldContain("win-1 must restart on the way. Allow the restart? [y/N]");
        lab["win-1"].Boots.ShouldBe(exit == 0 ? 2 : 1);
    }

    [Fact]
    public async Task A_restart_behind_the_last_heading_does_not_count()
    {
        using var lab = new CliLab();
        lab["win-1"].NeedsReboot = true;
        lab["win-1"].Present["feature/Containers"] = new ResourceState(("state", "present"));

        (await lab.RunAsync("apply", "--yes", "--until", "runtime")).ShouldBe(0);
    }

    [Fact]
    public async Task A_manager_that_does_not_answer_is_one_clear_error()
    {
        using var lab = new CliLab();
        lab.Swarm.Failure = new Mullion.Core.MullionException(
            "The manager at tcp://10.0.0.5:2376 does not answer.",
            "See that it runs."
        );

        (await lab.RunAsync("apply", "--yes")).ShouldBe(1);
        lab.Error.ShouldBe(
            "error: The manager at tcp://10.0.0.5:2376 does not answer.\nfix:   See that it runs.\n"
        );

        (await lab.RunAsync("apply", "--yes", "-o", "json")).ShouldBe(1);
        lab.Json()
            .GetProperty("error")
            .GetProperty("fix")
            .GetString()
            .ShouldBe("See that it runs.");
        lab.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_defect_shows_its_stack_only_when_asked()
    {
        using var lab = new CliLab();
        lab.Swarm.Failure = new InvalidOperationException("boom");

        (await lab.RunAsync("apply", "--yes")).ShouldBe(1);
        lab.Error.ShouldStartWith("error: Unexpected: InvalidOperationException: boom\n");
        lab.Error.ShouldNotContain("   at ");

        using var debug = new CliLab { Debug = true };
        debug.Swarm.Failure = new InvalidOperationException("boom");
        await debug.RunAsync("apply", "--yes");
        debug.Error.ShouldContain("   at ");
    }
}
