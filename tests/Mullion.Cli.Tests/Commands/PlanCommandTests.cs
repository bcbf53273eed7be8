using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Findings;
using Mullion.Core.Resources;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

public class PlanCommandTests
{
    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("yaml")]
    public async Task Shows_what_would_change_and_changes_nothing(string format)
    {
        using var lab = new CliLab();
        lab["win-1"].NeedsReboot = true;
        lab["win-1"].Present["engine/docker"] = new ResourceState(("state", "present"));
        lab["win-1"]
            .Findings.Add(
                Finding.Warn("memory", "4 GB is little.", "Give it 8 GB.") with
                {
                    Evidence = "4294967296",
                }
            );

        (await lab.RunAsync("plan", "-o", format)).ShouldBe(0);

        lab["win-1"].Journal.ShouldBeEmpty();
        Snapshot.Match(lab.Screen, $"plan-{format}");
    }

    [Fact]
    public async Task Verbose_shows_checks_that_passed()
    {
        using var lab = new CliLab();
        lab["win-1"].Findings.Add(Finding.Ok("cpu", "4 processors."));

        await lab.RunAsync("plan", "--verbose");

        lab.Out.ShouldContain("ok      cpu: 4 processors.");
    }

    [Fact]
    public async Task A_plan_that_could_not_be_applied_ends_with_3_and_one_that_could_not_be_made_with_1()
    {
        using var lab = new CliLab("win-1", "win-2");
        lab["win-1"].Findings.Add(Finding.Refuse("os-build", "Too old.", "Use another."));
        (await lab.RunAsync("plan")).ShouldBe(3);

        lab["win-2"].Lost = true;
        (await lab.RunAsync("plan")).ShouldBe(1);
        lab.Out.ShouldContain("error: lab:win-2 does not answer.");
    }
}
