using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node</c>.</summary>
internal static class NodeCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Group(
            "node",
            "One node, or a few: add, look, drain, remove, or do it by hand.",
            NodeAddCommand.Build(scope),
            NodeAdoptCommand.Build(scope),
            NodeLsCommand.Build(scope),
            NodeShowCommand.Build(scope),
            NodeJournalCommand.Build(scope),
            NodeScriptCommand.Build(scope),
            NodeJoinCommandCommand.Build(scope),
            NodeDrainCommand.Build(scope),
            NodeRemoveCommand.Build(scope)
        );
}
