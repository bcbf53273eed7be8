using System.Text.Json;
using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Resources;

namespace Mullion.Cli.Tests.Commands;

public class SavedPlanTests
{
    [Fact]
    public async Task What_was_saved_is_what_is_applied()
    {
        using var lab = new CliLab("win-1", "win-2");
        var file = Path.Combine(lab.Folder, "friday.plan");
        (await lab.RunAsync("plan", "win-2", "--save", file)).ShouldBe(0);
        lab.Error.ShouldContain($"Saved to {file}");

        (await lab.RunAsync("apply", file, "--yes")).ShouldBe(0);

        lab["win-1"].Journal.ShouldBeEmpty();
        lab["win-2"].Present.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("friday", false)]
    [InlineData("friday.plan", false)]
    [InlineData("friday", true)]
    public async Task By_position_or_by_option_and_with_the_spec_that_it_names(
        string name,
        bool byOption
    )
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, name);
        await lab.RunAsync("plan", "--save", file);

        var words = byOption ? new[] { "--plan", file } : [file];
        (await lab.RunWithoutSpecAsync(["apply", .. words, "--yes"])).ShouldBe(0);

        lab["win-1"].Present.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task It_says_what_it_is_and_holds_no_secret()
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, "friday.plan");
        await lab.RunAsync("plan", "--save", file);

        var text = await File.ReadAllTextAsync(file);
        var plan = JsonDocument.Parse(text).RootElement;
        plan.GetProperty("kind").GetString().ShouldBe("mullion-plan");
        plan.GetProperty("format").GetInt32().ShouldBe(1);
        plan.GetProperty("specPath").GetString().ShouldBe(lab.Spec);
        plan.GetProperty("specDigest").GetString()!.ShouldStartWith("sha256:");
        plan.GetProperty("plan")
            .GetProperty("nodes")[0]
            .GetProperty("digest")
            .GetString()!
            .Length.ShouldBe(64);
        text.ShouldNotContain(FakeSwarm.Token);
    }

    [Fact]
    public async Task Refused_when_the_host_has_changed_since()
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, "friday.plan");
        await lab.RunAsync("plan", "--save", file);
        lab["win-1"].Present["feature/Containers"] = new ResourceState(("state", "present"));

        (await lab.RunAsync("apply", file, "--yes")).ShouldBe(3);

        lab.Error.ShouldStartWith(
            "error: Since the plan was saved, others have changed win-1 (feature/Containers)."
        );
        lab["win-1"].Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_when_the_spec_has_changed_since()
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, "friday.plan");
        await lab.RunAsync("plan", "--save", file);
        lab.Nodes("win-1", "win-2");

        (await lab.RunAsync("apply", file, "--yes")).ShouldBe(3);

        lab.Error.ShouldContain("has changed since the plan was saved");
    }

    [Fact]
    public async Task Refused_when_a_host_cannot_be_compared()
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, "friday.plan");
        await lab.RunAsync("plan", "--save", file);
        lab["win-1"].Lost = true;

        (await lab.RunAsync("apply", file, "--yes")).ShouldBe(3);
    }

    [Fact]
    public async Task A_plan_with_a_hole_is_not_saved()
    {
        using var lab = new CliLab();
        lab["win-1"].Lost = true;
        var file = Path.Combine(lab.Folder, "friday.plan");

        (await lab.RunAsync("plan", "--save", file)).ShouldBe(1);

        File.Exists(file).ShouldBeFalse();
    }

    [Theory]
    [InlineData("gone.plan", null, "neither a node's name nor the file of a saved plan")]
    [InlineData("other.plan", "{}", "is not a saved plan")]
    [InlineData("other.plan", "nodes: []", "is not a saved plan")]
    public async Task What_is_no_plan_is_wrong_usage(string name, string? content, string message)
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, name);
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content);
        }

        (await lab.RunAsync("apply", file, "--yes")).ShouldBe(2);

        lab.Error.ShouldContain(message);
    }

    [Fact]
    public async Task A_newer_format_is_named()
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, "friday.plan");
        await lab.RunAsync("plan", "--save", file);
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("\"format\": 1", "\"format\": 2"));

        (await lab.RunAsync("apply", file, "--yes")).ShouldBe(2);

        lab.Error.ShouldContain("has format 2; this Mullion reads 1");
    }

    [Fact]
    public async Task A_plan_and_a_node_name_do_not_go_together()
    {
        using var lab = new CliLab();
        var file = Path.Combine(lab.Folder, "friday.plan");
        await lab.RunAsync("plan", "--save", file);

        (await lab.RunAsync("apply", file, "win-1", "--yes")).ShouldBe(2);
        lab.Error.ShouldContain("win-1 cannot be given with it");
    }
}
