namespace Mullion.Cli.Output.Documents;

/// <summary>A node's script.</summary>
/// <param name="Node">The node.</param>
/// <param name="Cluster">The cluster's name in the spec.</param>
/// <param name="Remove">Whether it takes the node out again.</param>
/// <param name="Simulated">Whether the cluster is a simulated one.</param>
/// <param name="Sections">What it does, in order.</param>
/// <param name="Script">All of it, lines ended by LF.</param>
internal sealed record ScriptDocument(
    string Node,
    string Cluster,
    bool Remove,
    bool Simulated,
    IReadOnlyList<ScriptSectionDocument> Sections,
    string Script
);
