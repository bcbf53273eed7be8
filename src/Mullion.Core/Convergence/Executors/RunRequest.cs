namespace Mullion.Core.Convergence.Executors;

/// <summary>A run that wants a host.</summary>
/// <param name="Purpose"><c>apply</c>, <c>adopt</c> or <c>remove</c>.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Node">The node's name.</param>
/// <param name="SpecDigest">Digest of the spec; null for a removal, which needs none.</param>
/// <param name="By">Who asks, such as <c>ann@admin-1</c>; shown to whoever else wants the host.</param>
public sealed record RunRequest(
    string Purpose,
    string Cluster,
    string Node,
    string? SpecDigest,
    string By
);
