using Mullion.Cli.Tests.Fakes;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

public class CompletionCommandTests
{
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task The_script_of_a_shell_asks_the_program(string shell)
    {
        using var lab = new CliLab();

        (await lab.RunWithoutSpecAsync(["completion", shell])).ShouldBe(0);

        lab.Error.ShouldBeEmpty();
        Snapshot.Match(lab.Out, $"completion-{shell}");
    }

    [Fact]
    public async Task Another_shell_is_wrong_usage()
    {
        using var lab = new CliLab();

        (await lab.RunWithoutSpecAsync(["completion", "tcsh"])).ShouldBe(2);

        lab.Error.ShouldContain("tcsh");
    }
}
