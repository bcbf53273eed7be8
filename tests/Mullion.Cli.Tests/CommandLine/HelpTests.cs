using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Commands;
using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.CommandLine;

public class HelpTests
{
    private static readonly string[] InnerWords =
    [
        "blueprint",
        "converge",
        "inventory",
        "hollow",
        "rung",
        "executor",
        "provider",
    ];

    public static TheoryData<string> Paths
    {
        get
        {
            using var lab = new CliLab();
            var root = MullionCommand.Build(
                new CommandScope(lab.Context(TextWriter.Null, TextWriter.Null))
            );
            return [.. Walk(root, "").Select(c => c.Path)];
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Help_teaches_by_examples_and_without_inner_words(string path)
    {
        using var lab = new CliLab();
        var words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        (await lab.RunWithoutSpecAsync([.. words, "--help"])).ShouldBe(0);

        lab.Error.ShouldBeEmpty();
        lab.Out.ShouldContain("Usage:");
        if (!lab.Out.Contains("Commands:", StringComparison.Ordinal))
        {
            lab.Out.ShouldContain("Examples:\n  # ");
            lab.Out.ShouldContain($"  mullion {path}");
        }

        foreach (var word in InnerWords)
        {
            lab.Out.ShouldNotContain(word, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("node")]
    [InlineData("token")]
    public async Task A_group_alone_explains_itself(string path)
    {
        using var lab = new CliLab();

        (
            await lab.RunWithoutSpecAsync(path.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        ).ShouldBe(0);

        lab.Out.ShouldContain("Commands:");
    }

    [Fact]
    public async Task The_program_tells_its_exit_codes()
    {
        using var lab = new CliLab();

        await lab.RunWithoutSpecAsync(["--help"]);

        lab.Out.ShouldContain("130  interrupted");
    }

    private static IEnumerable<(string Path, Command Command)> Walk(Command command, string path) =>
        command
            .Subcommands.Where(c => !c.Hidden)
            .SelectMany(c => Walk(c, $"{path} {c.Name}".Trim()))
            .Prepend((path, command));
}
