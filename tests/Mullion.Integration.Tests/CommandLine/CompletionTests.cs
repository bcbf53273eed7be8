using System.Diagnostics;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A real bash completes with the script that the program prints, and asks the real program.</summary>
public sealed class CompletionTests : IAsyncDisposable
{
    // What bash does when Tab is pressed: fills in the variables and calls the function.
    private const string Press = """
        source ./completion.bash
        COMP_LINE=$1
        COMP_POINT=${#COMP_LINE}
        read -ra COMP_WORDS <<<"$COMP_LINE"
        [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        complete -p mullion >/dev/null || exit 9
        _mullion
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    private readonly MullionProgram program = new();

    [Theory]
    [InlineData("./mullion no", "node")]
    [InlineData("./mullion token ", "rotate show")]
    [InlineData("./mullion plan --ver", "--verbose")]
    [InlineData("./mullion plan -o ", "json table yaml")]
    [InlineData("./mullion completion ", "bash fish pwsh zsh")]
    [InlineData("./mullion node show wi", "win-1 win-2")]
    [InlineData("./mullion node show -f other.yaml wi", "")]
    public async Task Bash_completes(string line, string expected)
    {
        if (OperatingSystem.IsWindows() || !Shell.Has("bash"))
        {
            Assert.Skip("there is no bash here");
        }

        program.Describe("unix:///run/docker.sock", ["win-1", "win-2"]);
        Write("completion.bash", (await program.RunAsync("completion", "bash")).Ended(0).Out);
        Write("press.sh", Press);
        Write("mullion", $"#!/bin/sh\nexec {MullionProgram.Command} \"$@\"\n");
        await Shell.RunAsync("chmod", "+x", Path.Combine(program.Folder, "mullion"));

        var start = new ProcessStartInfo("bash", ["--norc", "press.sh", line])
        {
            WorkingDirectory = program.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var bash = Process.Start(start)!;
        var found = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        bash.ExitCode.ShouldBe(0);
        string.Join(' ', found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order())
            .ShouldBe(expected);
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    private void Write(string name, string text) =>
        File.WriteAllText(Path.Combine(program.Folder, name), text);
}
