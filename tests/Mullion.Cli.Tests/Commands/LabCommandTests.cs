using Mullion.Cli.Tests.Fakes;
using Mullion.Swarm.Orchestration;

namespace Mullion.Cli.Tests.Commands;

/// <summary>The lab as a process of its own, with real sockets between it and the command line.</summary>
public class LabCommandTests
{
    [Fact]
    public async Task Without_a_lab_nothing_is_there()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("lab", "ls")).ShouldBe(0);
        lab.Out.ShouldBe("No lab runs. Start one with: mullion lab start\n");

        (await lab.RunAsync("lab", "ls", "-o", "json")).ShouldBe(0);
        lab.Json().GetProperty("running").GetBoolean().ShouldBeFalse();

        (await lab.RunAsync("lab", "fault", "win-1", "disk-full")).ShouldBe(1);
        lab.Error.ShouldContain("Start one: mullion lab start.");

        (await lab.RunAsync("lab", "stop")).ShouldBe(0);
        lab.Out.ShouldBe("There was no lab.\n");
    }

    [Fact]
    public async Task A_lab_host_joins_the_labs_swarm_and_goes_back()
    {
        using var lab = new CliLab
        {
            Clock = TimeProvider.System,
            Connect = SwarmOrchestrator.Connect,
            LinkLab = true,
        };
        try
        {
            (await lab.RunAsync("lab", "start", "--hosts", "1", "--build", "17763")).ShouldBe(
                0,
                lab.Screen
            );
            lab.Out.ShouldContain("Simulated: the hosts of this lab, and its swarm manager.");
            lab.Out.ShouldContain("lab:win-1   running   Windows Server 2019 Core");
            await lab.RunAsync("lab", "ls", "-o", "json");
            var endpoint = lab.Json()
                .GetProperty("lab")
                .GetProperty("manager")
                .GetProperty("endpoint")
                .GetString()!;
            await File.WriteAllTextAsync(
                lab.Spec,
                (await File.ReadAllTextAsync(lab.Spec))
                    .Replace(
                        "unix:///var/run/docker.sock\n",
                        $"{endpoint}\nengine: {{ version: 28.2.2 }}\n"
                    )
                    .Replace("    labels:", "    advertiseAddress: 10.0.0.21\n    labels:")
            );

            (await lab.RunAsync("lab", "fault", "win-1", "firewall.add:", "power-cut")).ShouldBe(
                0,
                lab.Screen
            );
            lab.Out.ShouldContain("firewall.add: power-cut");
            (await lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(4, lab.Screen);
            (await lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(0, lab.Screen);
            (await lab.RunAsync("node", "ls")).ShouldBe(0);
            lab.Out.ShouldStartWith("Simulated: the swarm, and the host win-1.");
            lab.Out.ShouldContain("windows   28.2.2");
            (await lab.RunAsync("node", "remove", "win-1", "--yes", "--reboot", "allow")).ShouldBe(
                0,
                lab.Screen
            );
            (await lab.RunAsync("node", "journal", "win-1")).ShouldBe(0);
            lab.Out.ShouldContain("Mullion has changed nothing on win-1");
            (await lab.RunAsync("node", "ls")).ShouldBe(0);
            lab.Out.ShouldContain("Not joined");
        }
        finally
        {
            (await lab.RunAsync("lab", "stop")).ShouldBe(0, lab.Screen);
        }

        Directory.Exists(lab.LabPath).ShouldBeFalse();
    }

    [Fact]
    public async Task An_engine_of_somebodys_is_used_and_left()
    {
        using var lab = new CliLab
        {
            Clock = TimeProvider.System,
            Connect = SwarmOrchestrator.Connect,
            LinkLab = true,
        };
        try
        {
            (await lab.RunAsync("lab", "start", "--build", "14393", "--engine", "28.2.2")).ShouldBe(
                1,
                lab.Screen
            );
            lab.Error.ShouldContain("Choose 20.10.24, or a later build.");
            (await lab.RunAsync("lab", "start", "--engine", "27.5.1")).ShouldBe(0, lab.Screen);
            await lab.RunAsync("lab", "ls", "-o", "json");
            var endpoint = lab.Json()
                .GetProperty("lab")
                .GetProperty("manager")
                .GetProperty("endpoint")
                .GetString()!;
            await File.WriteAllTextAsync(
                lab.Spec,
                (await File.ReadAllTextAsync(lab.Spec))
                    .Replace("unix:///var/run/docker.sock", endpoint)
                    .Replace("    labels:", "    advertiseAddress: 10.0.0.21\n    labels:")
            );

            (await lab.RunAsync("apply", "--yes", "-o", "json")).ShouldBe(0, lab.Screen);
            (await lab.RunAsync("node", "ls")).ShouldBe(0);
            lab.Out.ShouldContain("windows   27.5.1");
            (await lab.RunAsync("node", "remove", "win-1", "--yes")).ShouldBe(0, lab.Screen);
            (await lab.RunAsync("plan", "-o", "json")).ShouldBe(0, lab.Screen);
            lab.Out.ShouldContain("\"adopt\"");
            lab.Out.ShouldContain("27.5.1");
        }
        finally
        {
            (await lab.RunAsync("lab", "stop")).ShouldBe(0, lab.Screen);
        }
    }
}
