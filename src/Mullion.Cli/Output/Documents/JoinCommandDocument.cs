namespace Mullion.Cli.Output.Documents;

/// <summary>The command that joins a host.</summary>
/// <param name="Node">The node.</param>
/// <param name="Cluster">The cluster's name in the spec.</param>
/// <param name="Simulated">Whether the cluster is a simulated one.</param>
/// <param name="Managers">Addresses that the last word may be; the command has the first.</param>
/// <param name="WithToken">Whether the join token stands in the command; if not, <c>JOIN_TOKEN</c> does.</param>
/// <param name="Command">The command. A secret where it has the token: the record's text leaves it out.</param>
internal sealed record JoinCommandDocument(
    string Node,
    string Cluster,
    bool Simulated,
    IReadOnlyList<string> Managers,
    bool WithToken,
    string Command
)
{
    /// <inheritdoc/>
    public override string ToString() => $"join command of {Node}";
}
