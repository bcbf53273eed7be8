namespace Mullion.Cli.Output.Documents;

/// <summary>The nodes of a cluster, and those of the spec that have not joined.</summary>
/// <param name="Cluster">The cluster's name in the spec.</param>
/// <param name="Simulated">Whether any node, or the cluster, is a simulated one.</param>
/// <param name="Manager">The cluster's manager.</param>
/// <param name="Nodes">By name.</param>
internal sealed record NodeListDocument(
    string Cluster,
    bool Simulated,
    ManagerDocument Manager,
    IReadOnlyList<NodeDocument> Nodes
);
