using Mullion.Cli.Tests.Fakes;
using Mullion.Core;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

public sealed class InitCommandTests : IDisposable
{
    private readonly CliLab lab = new();

    public InitCommandTests()
    {
        File.Delete(lab.Spec);
        lab.Swarm.Simulated = true;
    }

    [Fact]
    public async Task What_the_manager_knows_is_written_and_valid()
    {
        Join("win-2", "10.0.0.22", availability: "drain");
        Join("win-1", "10.0.0.21", labels: ("rack", "a"));

        (await lab.RunAsync("init", "--manager", "unix:///run/m.sock", "--name", "shop")).ShouldBe(
            0
        );

        Snapshot.Match(lab.Screen + "---\n" + Written(), "init");
        (await lab.RunAsync("validate")).ShouldBe(0, lab.Screen);
        lab.Screen.ShouldBe("/shop/mullion.yaml is valid: cluster shop, 2 nodes.\n");
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_forced()
    {
        await File.WriteAllTextAsync(lab.Spec, "mine");

        (await lab.RunAsync("init")).ShouldBe(3);
        lab.Error.ShouldContain("exists already");
        lab.Error.ShouldContain("--force");
        Written().ShouldBe("mine");

        (await lab.RunAsync("init", "--force")).ShouldBe(0);
        Written().ShouldContain("kind: Cluster");
    }

    [Fact]
    public async Task Without_a_manager_nothing_is_written_and_said_what_helps()
    {
        lab.Swarm.Failure = new MullionException("The manager is away.", "Wake it.");

        (await lab.RunAsync("init")).ShouldBe(1);

        lab.Error.ShouldContain("The manager is away.");
        lab.Error.ShouldContain("Wake it. ");
        lab.Error.ShouldContain("--offline");
        File.Exists(lab.Spec).ShouldBeFalse();
    }

    [Fact]
    public async Task Offline_writes_a_template_and_asks_nobody()
    {
        lab.Swarm.Failure = new MullionException("The manager is away.");

        (
            await lab.RunAsync(
                "init",
                "--offline",
                "--manager",
                "tcp://a:2376",
                "--manager",
                "tcp://b:2376"
            )
        ).ShouldBe(0);

        Snapshot.Match(lab.Screen + "---\n" + Written(), "init-offline");
        (await lab.RunAsync("validate")).ShouldBe(0, lab.Screen);
    }

    [Theory]
    [InlineData("--manager", "docker.sock")]
    [InlineData("--manager", "\"\n]: x")]
    [InlineData("--name", "a shop")]
    public async Task What_is_wrong_on_the_command_line_is_said_before_anybody_is_asked(
        string option,
        string value
    )
    {
        lab.Swarm.Failure = new MullionException("must not be asked");

        (await lab.RunAsync("init", option, value)).ShouldBe(2);

        lab.Error.ShouldContain($"{option} is not valid: ");
        File.Exists(lab.Spec).ShouldBeFalse();
    }

    [Fact]
    public async Task Nodes_that_cannot_be_entries_are_comments_with_the_reason()
    {
        Join("win-1", "10.0.0.21", labels: ("n\"o: te", "\"; # - x: {\u2028 \\"));
        Join("win-4", "10.0.0.25", labels: ("note", "two\nlines"));
        Join("under_score", "10.0.0.22");
        Join("win-3", "10.0.0.21");
        Join("Windows-Manager", "10.0.0.24");
        Change("Windows-Manager", n => n with { Role = "manager" });
        lab.Swarm.Nodes.Add(lab.Swarm.Nodes[1] with { Id = "older", State = "down" });

        (await lab.RunAsync("init", "-o", "json")).ShouldBe(0, lab.Screen);

        Names("nodes").ShouldBe(["win-1"]);
        Names("commented")
            .ShouldBe(["under_score", "win-3", "win-4", "Windows-Manager", "win-1"], true);
        (await lab.RunAsync("validate")).ShouldBe(0, Written());
        Written().ShouldContain("because this is not a name");
        Written().ShouldContain("because it is a manager");
        Written().ShouldContain("because the value contains a control character");
        Written().ShouldContain("because the node name is already taken");
        Written().ShouldContain("because the advertised address is already taken");
    }

    [Fact]
    public async Task Of_a_real_swarm_it_is_said_that_only_simulated_hosts_are_reached()
    {
        lab.Swarm.Simulated = false;
        Join("win-1", "10.0.0.21");

        (await lab.RunAsync("init")).ShouldBe(0);

        Written()
            .ShouldContain("this version reaches simulated ones only.\n    host: \"lab:win-1\"");
        (await lab.RunAsync("validate")).ShouldBe(0);
        lab.Screen.ShouldContain("1 node.");
    }

    [Fact]
    public async Task What_mullion_notes_on_a_node_and_the_token_are_not_written()
    {
        Join("win-1", "127.0.0.1", labels: (NodeLabels.AvailabilityBefore, "active"));

        (await lab.RunAsync("init")).ShouldBe(0);

        Written().ShouldNotContain("mullion.dev/availability");
        Written().ShouldNotContain("127.0.0.1");
        Written().ShouldNotContain(FakeSwarm.Token);
    }

    public void Dispose() => lab.Dispose();

    private string Written() => File.ReadAllText(lab.Spec);

    private IEnumerable<string?> Names(string list) =>
        lab.Json().GetProperty(list).EnumerateArray().Select(n => n.GetString());

    private void Join(
        string name,
        string address,
        string availability = "active",
        params (string Key, string Value)[] labels
    )
    {
        lab.Swarm.Join(name, address);
        Change(
            name,
            n =>
                n with
                {
                    Availability = availability,
                    Labels = labels.ToDictionary(l => l.Key, l => l.Value),
                }
        );
    }

    private void Change(
        string name,
        Func<Core.Orchestrators.NodeStatus, Core.Orchestrators.NodeStatus> change
    )
    {
        var at = lab.Swarm.Nodes.FindIndex(n => n.Name == name);
        lab.Swarm.Nodes[at] = change(lab.Swarm.Nodes[at]);
    }
}
