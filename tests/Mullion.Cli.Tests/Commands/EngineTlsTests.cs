using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands;

/// <summary><c>engine.tls</c> from the command line: the authority's files, and where its secrets are not.</summary>
public sealed class EngineTlsTests : IDisposable
{
    private const string Canary = "canary horse battery";
    private readonly SimulatedRig _rig = new(20348);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_sealed_authority_issues_the_nodes_certificate_and_shows_nothing_of_itself()
    {
        var key = await GenerateAsync();
        Spec("passphraseFile: passphrase");

        (await _rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(
            0,
            _rig.Lab.Screen
        );

        var host = Text(@"C:\ProgramData\docker\daemoncerts\key.pem").Split('\n')[1];
        var shown = _rig.Lab.Screen;
        foreach (
            var line in new string[][]
            {
                ["plan", "--verbose"],
                ["node", "journal", "win-1"],
                ["node", "show", "win-1", "-o", "json"],
            }
        )
        {
            (await _rig.Lab.RunAsync(line)).ShouldBe(0, _rig.Lab.Screen);
            shown += _rig.Lab.Screen;
        }

        shown += Text(@"C:\ProgramData\Mullion\journal.jsonl");
        shown.ShouldNotContain(host);
        shown.ShouldNotContain(key);
        shown.ShouldNotContain(Canary);
    }

    [Theory]
    [InlineData("", "it is sealed, and no passphrase was given", "engine.tls.passphraseFile")]
    [InlineData(
        "passphraseFile: mullion.yaml",
        "the passphrase is wrong",
        "engine.tls.passphraseFile"
    )]
    public async Task A_key_that_does_not_open_is_said_before_anything_changes(
        string entry,
        string reason,
        string fix
    )
    {
        await GenerateAsync();
        Spec(entry);
        var before = _rig.Host.Snapshot();

        (await _rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(
            2,
            _rig.Lab.Screen
        );

        _rig.Lab.Error.ShouldContain(reason);
        _rig.Lab.Error.ShouldContain(fix);
        before.Diff(_rig.Host.Snapshot()).ShouldBeEmpty();
    }

    private async Task<string> GenerateAsync()
    {
        var folder = _rig.Lab.Folder;
        await File.WriteAllTextAsync(Path.Combine(folder, "passphrase"), Canary + "\n");
        (
            await _rig.Lab.RunWithoutSpecAsync([
                "certs",
                "generate",
                "--write-to",
                Path.Combine(folder, "certs"),
                "--passphrase-file",
                Path.Combine(folder, "passphrase"),
            ])
        ).ShouldBe(0, _rig.Lab.Screen);
        return (await File.ReadAllLinesAsync(Path.Combine(folder, "certs", "ca-key.pem")))[1];
    }

    private void Spec(string entry) =>
        File.WriteAllText(
            _rig.Lab.Spec,
            File.ReadAllText(_rig.Lab.Spec)
                .Replace(
                    "engine:\n",
                    $"engine:\n  tls:\n    ca: certs/ca.pem\n    caKey: certs/ca-key.pem\n    {entry}\n",
                    StringComparison.Ordinal
                )
        );

    private string Text(string path) =>
        System.Text.Encoding.UTF8.GetString(
            _rig.Host.Read(s => s.Files[path].Content.Span.ToArray())
        );
}
