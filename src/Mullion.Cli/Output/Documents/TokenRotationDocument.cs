using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Output.Documents;

/// <summary>A join token was replaced. The new one is not in here: mullion token show prints it.</summary>
/// <param name="Cluster">The cluster's name in the spec.</param>
/// <param name="Role">What the token makes of a host.</param>
/// <param name="Result"><c>rotated</c>.</param>
/// <param name="Simulated">Whether the cluster is a simulated one.</param>
internal sealed record TokenRotationDocument(
    string Cluster,
    JoinRole Role,
    string Result,
    bool Simulated
);
