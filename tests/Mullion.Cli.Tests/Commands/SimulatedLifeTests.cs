using System.Text.RegularExpressions;
using Mullion.Cli.Tests.Fakes;
using Mullion.Simulation.Faults;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

/// <summary>Whole command lines on a simulated host: from bare to Ready and back.</summary>
public partial class SimulatedLifeTests
{
    [Fact]
    public async Task Plan_apply_look_and_remove()
    {
        using var rig = new SimulatedRig(20348);
        var before = rig.Host.Snapshot();

        (await rig.Lab.RunAsync("plan")).ShouldBe(0);
        Snapshot.Match(Digest().Replace(rig.Lab.Screen, "(digest)"), "simulated-plan");
        before.Diff(rig.Host.Snapshot()).ShouldBeEmpty();

        (await rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(0, rig.Lab.Screen);
        (await rig.Lab.RunAsync("apply")).ShouldBe(0);
        (await rig.Lab.RunAsync("node", "ls")).ShouldBe(0);
        rig.Lab.Out.ShouldContain("Ready");
        (await rig.Lab.RunAsync("node", "journal", "win-1")).ShouldBe(0);
        rig.Lab.Out.ShouldContain("run ends: done");

        (await rig.Lab.RunAsync("node", "remove", "win-1", "--yes", "--reboot", "allow")).ShouldBe(
            0,
            rig.Lab.Screen
        );
        // Windows' own services are still starting after the last restart.
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        before.Diff(rig.Host.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_power_cut_the_same_command_goes_on()
    {
        using var rig = new SimulatedRig(17763);
        await rig.Lab.RunAsync("plan");
        rig.Host.Faults.Add(
            new Fault(FaultKind.PowerCutAfter) { Operation = "firewall.add", Target = "*7946*" }
        );

        (await rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(4, rig.Lab.Screen);
        (await rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(0, rig.Lab.Screen);
    }

    [Fact]
    public async Task The_join_token_is_in_no_output()
    {
        using var rig = new SimulatedRig(26100);
        var secret = rig.Swarm.WorkerToken.Split('-')[^1];
        string[][] lines =
        [
            ["plan", "--verbose"],
            ["apply", "--yes", "--reboot", "allow"],
            ["node", "show", "win-1", "--verbose"],
            ["node", "journal", "win-1"],
            ["node", "remove", "win-1", "--yes", "--reboot", "allow"],
        ];

        foreach (var line in lines)
        {
            (await rig.Lab.RunAsync([.. line, "-o", "json"])).ShouldBe(0, rig.Lab.Screen);
            rig.Lab.Json();
            (rig.Lab.Out + rig.Lab.Error).ShouldNotContain(secret);
        }
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
