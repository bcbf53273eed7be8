using Mullion.Core.Resources;

namespace Mullion.Core.Blueprints;

/// <summary>
/// The resources of one node: the one list of what it needs. Preflight, plan, apply, verify, drift repair and removal are views of it.
/// </summary>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Node">The node's name.</param>
/// <param name="SpecDigest">Digest of the spec it was made from.</param>
/// <param name="Resources">What the node needs; the order is for reading, After edges are for doing.</param>
public sealed record Blueprint(
    string Cluster,
    string Node,
    string SpecDigest,
    IReadOnlyList<Resource> Resources
)
{
    /// <summary>The part that lives on one side.</summary>
    public Blueprint On(Side side) =>
        this with
        {
            Resources = [.. Resources.Where(r => r.Side == side)],
        };
}
