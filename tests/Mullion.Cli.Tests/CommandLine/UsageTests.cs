using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.CommandLine;

public class UsageTests
{
    [Theory]
    [InlineData("plam", "Did you mean mullion plan?")]
    [InlineData("node lst", "Did you mean mullion node ls?")]
    [InlineData("apply --parralel 3", "Did you mean --parallel?")]
    [InlineData("plan --output xml", "Must be one of: 'table' 'json' 'yaml'")]
    [InlineData("node show", "See: mullion node show --help")]
    public async Task What_is_not_understood_is_named_with_what_was_probably_meant(
        string line,
        string expected
    )
    {
        using var lab = new CliLab();

        (await lab.RunAsync(line.Split(' '))).ShouldBe(2);

        lab.Out.ShouldBeEmpty();
        lab.Error.ShouldContain(expected);
        lab.Error.Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public async Task Wrong_usage_is_a_document_too()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("plam", "-o", "json")).ShouldBe(2);

        lab.Json()
            .GetProperty("error")
            .GetProperty("fix")
            .GetString()!
            .ShouldContain("mullion plan");
        lab.Error.ShouldBeEmpty();
    }
}
