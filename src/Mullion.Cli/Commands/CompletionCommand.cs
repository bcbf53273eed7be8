using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Completions;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion completion</c>: scripts for shells.</summary>
internal static class CompletionCommand
{
    public static Command Build(CommandScope scope)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.ByShell.Keys]);
        return scope.Command(
            "completion",
            "Prints a script with which a shell completes commands, options and node names.",
            [shell],
            [
                new("mullion completion bash > ~/.mullion.bash", "then source it in ~/.bashrc"),
                new("mullion completion fish | source", "for this fish"),
                new("mullion completion pwsh | Out-String | Invoke-Expression", "for this pwsh"),
            ],
            call =>
            {
                call.Context.Out.Write(
                    CompletionScripts.ByShell[call.Value(shell)!].ReplaceLineEndings("\n")
                );
                return Task.FromResult(ExitCode.Done);
            }
        );
    }
}
