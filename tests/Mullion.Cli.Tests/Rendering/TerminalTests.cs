using Mullion.Cli.Hosting;
using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Rendering;

public class TerminalTests
{
    private static readonly TerminalTraits Full = new(true, true, true, Styled: true, Width: 100);

    [Fact]
    public async Task A_terminal_gets_colours_and_a_moving_line_for_each_node()
    {
        using var lab = new CliLab("win-1", "win-2") { Terminal = Full };

        (await lab.RunAsync("apply", "--yes", "--parallel", "2")).ShouldBe(0);

        lab.Out.ShouldContain("\e[32m+ \e[0m".Replace("+ ", "    + "));
        // The cursor goes back up: the lines move in place.
        lab.Error.ShouldContain("\e[1A");
        lab.Error.ShouldContain("✓");
    }

    [Fact]
    public async Task Without_colours_not_one_escape_is_written()
    {
        using var lab = new CliLab { Terminal = Full with { Styled = false } };

        (await lab.RunAsync("apply", "--yes")).ShouldBe(0);

        (lab.Out + lab.Error).ShouldNotContain("\e");
        lab.Error.ShouldContain("win-1   swarm-membership/shop: done");
    }

    [Fact]
    public async Task A_piped_result_has_no_escape_though_messages_go_to_a_terminal()
    {
        using var lab = new CliLab { Terminal = Full with { Out = false } };

        await lab.RunAsync("apply", "--yes");

        lab.Out.ShouldNotContain("\e");
        lab.Error.ShouldContain("\e");
    }
}
