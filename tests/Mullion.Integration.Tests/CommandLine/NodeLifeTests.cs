using System.Text.Json.Nodes;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>The main job, with nothing but the program: bare hosts become nodes of a real Swarm, work, and are hosts again.</summary>
public sealed class NodeLifeTests
{
    private const string Image = "mcr.microsoft.com/windows/servercore/iis";

    [Fact]
    public async Task Bare_hosts_become_windows_nodes_that_work_and_are_taken_back_without_a_trace()
    {
        RealSwarmRequirements.Demand("docker");
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        program.Describe(swarm.Endpoint.ToString(), ["win-1", "win-2"], engine: "28.2.2");
        var plan = (await program.RunAsync("plan", "-o", "json")).Ended(0).Json();
        plan.GetProperty("simulated").GetBoolean().ShouldBeTrue();
        var before = new[]
        {
            await program.SnapshotAsync("win-1"),
            await program.SnapshotAsync("win-2"),
        };

        var apply = (await program.ApplyAsync("--parallel", "2", "-o", "json")).Ended(0);

        Results(apply).ShouldBe(["done", "done"], apply.ToString());
        foreach (var name in (string[])["win-1", "win-2"])
        {
            var node = JsonNode.Parse(await DockerAsync(swarm, "node", "inspect", name))![0]!;
            node["Description"]!["Platform"]!["OS"]!.GetValue<string>().ShouldBe("windows");
            node["Status"]!["State"]!.GetValue<string>().ShouldBe("ready");
            node["Spec"]!["Labels"]!["rack"]!
                .GetValue<string>()
                .ShouldBe(MullionProgram.RackOf(name));
        }

        var listed = (await program.RunAsync("node", "ls", "-o", "json")).Ended(0).Json();
        listed
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(n => n.GetProperty("inSpec").GetBoolean())
            .Select(n =>
                $"{n.GetProperty("name")} {n.GetProperty("status")} {n.GetProperty("os")} {n.GetProperty("simulated")}"
            )
            .ShouldBe(["win-1 ready windows True", "win-2 ready windows True"]);
        var shown = (await program.RunAsync("node", "show", "win-1", "-o", "json")).Ended(0).Json();
        shown.GetProperty("plan").GetProperty("verdict").GetString().ShouldBe("unchanged");

        await ASecondApplyWritesNothingAsync(program);
        await AServiceRunsAndMovesAsync(swarm, program);

        var remove = await program.RemoveAsync("win-1", "win-2", "--parallel", "2", "-o", "json");

        Results(remove.Ended(0)).ShouldBe(["done", "done"], remove.ToString());
        (await DockerAsync(swarm, "node", "ls", "--format", "{{.ManagerStatus}}"))
            .Trim()
            .ShouldBe("Leader");
        before[0].Differences(await program.SnapshotAsync("win-1")).ShouldBeEmpty();
        before[1].Differences(await program.SnapshotAsync("win-2")).ShouldBeEmpty();
    }

    private static async Task ASecondApplyWritesNothingAsync(MullionProgram program)
    {
        var before = await program.SnapshotAsync("win-1");

        var again = (await program.ApplyAsync("-o", "json")).Ended(0);

        Results(again).ShouldBe(["unchanged", "unchanged"], again.ToString());
        before.Differences(await program.SnapshotAsync("win-1")).ShouldBeEmpty();
    }

    private static async Task AServiceRunsAndMovesAsync(RealSwarm swarm, MullionProgram program)
    {
        await DockerAsync(
            swarm,
            "service",
            "create",
            "--detach",
            "--no-resolve-image",
            "--name",
            "web",
            "--constraint",
            "node.platform.os==windows",
            "--replicas",
            "2",
            Image
        );
        await RunsOnAsync(swarm, "win-1", "win-2");

        (await program.RunAsync("node", "drain", "win-1", "--yes")).Ended(0);

        await RunsOnAsync(swarm, "win-2", "win-2");
        await DockerAsync(swarm, "service", "rm", "web");
    }

    private static Task RunsOnAsync(RealSwarm swarm, params string[] nodes) =>
        Eventually.BecomesAsync(
            async () =>
                string.Join(
                    ' ',
                    (
                        await DockerAsync(
                            swarm,
                            "service",
                            "ps",
                            "web",
                            "--filter",
                            "desired-state=running",
                            "--format",
                            "{{.Node}}:{{.CurrentState}}"
                        )
                    )
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(l => l.Split(' ')[0])
                        .Order(StringComparer.Ordinal)
                ),
            now => now == string.Join(' ', nodes.Select(n => $"{n}:Running")),
            $"the service runs on {string.Join(" and ", nodes)}"
        );

    private static IEnumerable<string?> Results(ProgramRun run) =>
        run.Json()
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(n => n.GetProperty("result").GetString());

    private static Task<string> DockerAsync(RealSwarm swarm, params string[] words) =>
        Shell.RunAsync("docker", ["-H", swarm.Endpoint.ToString(), .. words]);
}
