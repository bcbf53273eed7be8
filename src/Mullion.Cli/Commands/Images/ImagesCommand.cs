using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Images;

/// <summary><c>mullion images</c>.</summary>
internal static class ImagesCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Group(
            "images",
            "The images that Windows nodes need.",
            ImagesListCommand.Build(scope)
        );
}
