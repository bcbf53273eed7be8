using System.Text.Json;
using Mullion.Cli.Tests.Fakes;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

public class SpecCommandTests
{
    private const string Wrong = """
        apiVersion: mullion.dev/v1alpha1
        kind: Cluster
        metadata: { name: shop }
        orchestrator:
          swarm:
            manager: unix:///var/run/docker.sock
        nodes:
          - name: win-1
            host: lab:win-1
            advertiseAdress: 10.0.0.21
          - name: win-1
            host: telnet:win-1
        """;

    [Fact]
    public async Task Validate_says_yes()
    {
        using var lab = new CliLab("win-1", "win-2");

        (await lab.RunAsync("validate")).ShouldBe(0);

        lab.Screen.ShouldBe("/shop/mullion.yaml is valid: cluster shop, 2 nodes.\n");
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Validate_tells_every_error_at_once(string format)
    {
        using var lab = new CliLab();
        await File.WriteAllTextAsync(lab.Spec, Wrong);

        (await lab.RunAsync("validate", "-o", format)).ShouldBe(2);

        Snapshot.Match(lab.Screen, $"validate-{format}");
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("apply", "--yes")]
    [InlineData("node", "ls")]
    [InlineData("token", "show")]
    public async Task Every_command_refuses_an_invalid_spec_with_all_its_errors(
        params string[] args
    )
    {
        using var lab = new CliLab();
        await File.WriteAllTextAsync(lab.Spec, Wrong);

        (await lab.RunAsync(args)).ShouldBe(2);
        lab.Error.ShouldContain("advertiseAdress");
        lab.Error.ShouldContain("telnet");
        lab.Out.ShouldBeEmpty();

        (await lab.RunAsync([.. args, "-o", "json"])).ShouldBe(2);
        lab.Json().GetProperty("error").GetProperty("errors").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Schema_is_json_and_can_be_written_to_a_file()
    {
        using var lab = new CliLab();
        (await lab.RunAsync("schema")).ShouldBe(0);
        var schema = lab.Json().GetProperty("title").GetString();

        var file = Path.Combine(lab.Folder, "schema.json");
        (await lab.RunAsync("schema", "--write-to", file)).ShouldBe(0);

        lab.Out.ShouldBeEmpty();
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        written.RootElement.GetProperty("title").GetString().ShouldBe(schema);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_wrong_usage()
    {
        using var lab = new CliLab();

        (
            await lab.RunAsync("schema", "--write-to", Path.Combine(lab.Folder, "no", "s.json"))
        ).ShouldBe(2);

        lab.Error.ShouldContain("cannot be written");
    }

    [Fact]
    public async Task Version_is_one_line_for_people_and_a_document_for_programs()
    {
        using var lab = new CliLab();

        (await lab.RunAsync("version")).ShouldBe(0);
        lab.Out.ShouldStartWith("mullion 0.");

        (await lab.RunAsync("version", "-o", "json")).ShouldBe(0);
        lab.Json().GetProperty("version").GetString()!.ShouldNotContain("+");
    }
}
