using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Tokens;

/// <summary><c>mullion token</c>.</summary>
internal static class TokenCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Group(
            "token",
            "The cluster's join token.",
            TokenShowCommand.Build(scope),
            TokenRotateCommand.Build(scope)
        );
}
