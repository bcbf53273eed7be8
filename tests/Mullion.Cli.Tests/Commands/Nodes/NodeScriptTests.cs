using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands.Nodes;

public class NodeScriptTests
{
    [Fact]
    public async Task Prints_what_apply_would_do_and_changes_nothing()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("node", "script", "win-1")).ShouldBe(0);

        lab.Out.ShouldStartWith("#Requires -Version 5.1\n");
        lab.Out.ShouldContain("the engine that is there (engine/docker)");
        lab.Out.ShouldContain("Name = 'Mullion-swarm-7946-tcp'");
        lab.Out.ShouldContain("foreach ($manager in @('10.0.0.5:2377'))");
        lab.Out.ShouldContain("#   docker node update --label-add rack=a win-1");
        lab.Out.ShouldNotContain("\r");
        lab["win-1"].Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_as_Windows_PowerShell_reads_it()
    {
        using var lab = new CliLab();
        var path = Path.Combine(lab.Folder, "join.ps1");

        (await lab.RunAsync("node", "script", "win-1", "--write-to", path)).ShouldBe(0);

        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = System.Text.Encoding.UTF8.GetString(bytes[3..]);
        text.Count(c => c == '\n').ShouldBe(text.Split("\r\n").Length - 1);
        lab.Out.ShouldBeEmpty();
        lab.Error.ShouldContain("Written to");
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_not_guessed_at()
    {
        using var lab = new CliLab();
        lab["win-1"].Lost = true;

        (await lab.RunAsync("node", "script", "win-1")).ShouldBe(1);
        lab.Out.ShouldBeEmpty();
        lab.Error.ShouldContain("--assume bare");

        (await lab.RunAsync("node", "script", "win-1", "--assume", "engine")).ShouldBe(0);
        lab.Out.ShouldContain("(engine/docker)");

        (await lab.RunAsync("node", "script", "win-1", "--assume", "guess")).ShouldBe(2);
    }

    [Fact]
    public async Task Removal_is_the_list_backwards_in_one_document()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("node", "script", "win-1", "--remove", "-o", "json")).ShouldBe(0);

        var script = lab.Json();
        script.GetProperty("remove").GetBoolean().ShouldBeTrue();
        var ids = script
            .GetProperty("sections")
            .EnumerateArray()
            .Select(s => s.GetProperty("id").GetString())
            .ToList();
        ids[0].ShouldBe("node-label/win-1/rack");
        ids.IndexOf("swarm-membership/shop").ShouldBeLessThan(ids.IndexOf("cluster-node/win-1"));
        script.GetProperty("script").GetString()!.ShouldContain("recognisably Mullion's");
    }

    [Theory]
    [InlineData("node", "script", "win-1")]
    [InlineData("node", "script", "win-1", "--remove")]
    [InlineData("node", "script", "win-1", "-o", "json")]
    [InlineData("node", "join-command", "win-1")]
    [InlineData("node", "join-command", "win-1", "-o", "yaml")]
    public async Task The_token_is_nowhere(params string[] args)
    {
        using var lab = new CliLab();

        (await lab.RunAsync(args)).ShouldBe(0);

        lab.Screen.ShouldNotContain("SWMTKN");
        lab.Screen.ShouldNotContain(FakeSwarm.Token);
    }
}
