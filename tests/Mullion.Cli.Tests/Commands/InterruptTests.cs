using Mullion.Cli.Tests.Fakes;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

public class InterruptTests
{
    [Fact]
    public async Task Stops_at_the_next_safe_point_and_says_where()
    {
        using var lab = new CliLab("win-1", "win-2");
        lab["win-1"].Before = id =>
        {
            if (id == "firewall/swarm-7946-tcp")
            {
                lab.Interrupt();
            }
        };

        (await lab.RunAsync("apply", "--yes")).ShouldBe(130);

        Snapshot.Match(lab.Screen, "interrupted");
        // The step that was under way is finished, and nothing after it was begun.
        lab["win-1"].Present.Keys.ShouldContain("firewall/swarm-7946-tcp");
        lab["win-1"].Present.Keys.ShouldNotContain("firewall/swarm-7946-udp");
        lab["win-2"].Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_anything_is_changed_nothing_was_changed()
    {
        using var lab = new CliLab { Terminal = CliLab.PlainTerminal };
        lab.Interrupt();

        (await lab.RunAsync("apply", "-o", "json")).ShouldBe(130);

        lab.Json()
            .GetProperty("error")
            .GetProperty("message")
            .GetString()
            .ShouldBe("Interrupted; nothing was changed.");
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_later()
    {
        using var lab = new CliLab();
        lab["win-1"].Before = id =>
        {
            if (id == "engine/docker")
            {
                lab.Interrupt();
            }
        };
        await lab.RunAsync("apply", "--yes");
        lab["win-1"].Before = _ => { };
        lab.ForgetInterrupt();

        (await lab.RunAsync("apply", "--yes")).ShouldBe(0);
    }
}
