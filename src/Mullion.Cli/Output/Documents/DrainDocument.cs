namespace Mullion.Cli.Output.Documents;

/// <summary>A node that was drained.</summary>
/// <param name="Node">The node.</param>
/// <param name="Id">Its id.</param>
/// <param name="Result">Always <c>done</c>; anything else is an error.</param>
/// <param name="Changed">False when it was set to drain already.</param>
/// <param name="Simulated">Whether the node, or the cluster, is a simulated one.</param>
internal sealed record DrainDocument(
    string Node,
    string Id,
    string Result,
    bool Changed,
    bool Simulated
);
