namespace Mullion.Cli.Output.Documents;

/// <summary>A join token, shown on purpose.</summary>
/// <param name="Cluster">The cluster's name in the spec.</param>
/// <param name="Role">What it lets a host become.</param>
/// <param name="Token">The secret.</param>
/// <param name="JoinAddresses">Where to join.</param>
/// <param name="Simulated">Whether the cluster is a simulated one.</param>
internal sealed record TokenDocument(
    string Cluster,
    string Role,
    string Token,
    IReadOnlyList<string> JoinAddresses,
    bool Simulated
)
{
    /// <inheritdoc/>
    public override string ToString() => $"join token of {Cluster}";
}
