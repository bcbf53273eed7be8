namespace Mullion.Cli.Output.Documents;

/// <summary>What would be changed, node by node.</summary>
/// <param name="Command"><c>apply</c> or <c>remove</c>: what the plan is for.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Spec">The spec's digest; null for a removal, which needs none.</param>
/// <param name="Simulated">Whether any host, or the cluster, is a simulated one.</param>
/// <param name="Manager">The cluster's manager; absent where none is asked, for the cluster is gone.</param>
/// <param name="Nodes">Node by node.</param>
/// <param name="Summary">All nodes together.</param>
internal sealed record PlanDocument(
    string Command,
    string Cluster,
    string? Spec,
    bool Simulated,
    ManagerDocument? Manager,
    IReadOnlyList<NodePlanDocument> Nodes,
    PlanSummary Summary
);
