using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Artifacts;

/// <summary><c>mullion artifacts</c>.</summary>
internal static class ArtifactsCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Group(
            "artifacts",
            "What hosts need from outside: for people who must carry it in.",
            ArtifactsListCommand.Build(scope)
        );
}
