using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>What a person runs on a manager for a node's object, its work and its labels.</summary>
internal static class ClusterNodeScript
{
    public static ResourceScript Of(ClusterNode node) =>
        new(
            $"The name {node.Name} belongs to one node: none has it before the join, and it goes once the host has left.",
            PowerShellText.Lines(
                PowerShellText.OnManager("docker", "node", "ls", "--filter", $"name={node.Name}"),
                PowerShellText.Comment("must list no node of that name that is not this host.")
            ),
            PowerShellText.Lines(
                PowerShellText.OnManager("docker", "node", "ls", "--filter", $"name={node.Name}"),
                PowerShellText.Comment("until it shows Down, and then:"),
                PowerShellText.OnManager("docker", "node", "rm", node.Name)
            )
        );

    public static ResourceScript Of(NodeReady node) =>
        new(
            "The managers hear from the node and see Windows; before it goes, its work moves to others.",
            PowerShellText.Lines(
                PowerShellText.OnManager(
                    "docker",
                    "node",
                    "inspect",
                    "--format",
                    "{{.Status.State}} {{.Description.Platform.OS}}",
                    node.Name
                ),
                PowerShellText.Comment("must print: ready windows")
            ),
            PowerShellText.Lines(
                PowerShellText.OnManager(
                    "docker",
                    "node",
                    "update",
                    "--availability",
                    "drain",
                    node.Name
                ),
                PowerShellText.OnManager("docker", "node", "ps", node.Name),
                PowerShellText.Comment("until no task runs there any more.")
            )
        );

    public static ResourceScript Of(NodeLabel label) =>
        new(
            "Services find the node by its labels.",
            PowerShellText.OnManager(
                "docker",
                "node",
                "update",
                "--label-add",
                $"{label.Key}={label.Value}",
                label.Node
            ),
            PowerShellText.Lines(
                PowerShellText.Comment("If nobody else set it:"),
                PowerShellText.OnManager(
                    "docker",
                    "node",
                    "update",
                    "--label-rm",
                    label.Key,
                    label.Node
                )
            )
        );
}
