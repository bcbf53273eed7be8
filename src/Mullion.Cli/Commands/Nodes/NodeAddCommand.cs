using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node add</c>: apply, for nodes that are named.</summary>
internal static class NodeAddCommand
{
    public static Command Build(CommandScope scope) =>
        ApplyCommand.Build(
            scope,
            "add",
            "Brings named nodes of the file into the cluster: apply for just these.",
            NodeArguments.OneOrMore("The nodes to add; they stand in the file."),
            plan: null,
            [
                new("mullion node add win-3", "after adding win-3 to ./mullion.yaml"),
                new("mullion node add win-3 win-4 --yes --reboot allow", "without questions"),
            ]
        );
}
