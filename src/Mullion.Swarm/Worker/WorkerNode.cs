namespace Mullion.Swarm.Worker;

/// <summary>A worker's own node object, as the managers last told it.</summary>
/// <param name="Availability">What the Swarm does with the node.</param>
/// <param name="Labels">Node labels.</param>
/// <param name="Address">The address that its connection comes from, as the manager sees it; another than its own behind NAT.</param>
public sealed record WorkerNode(
    WorkerAvailability Availability,
    IReadOnlyDictionary<string, string> Labels,
    string Address
)
{
    /// <summary>Ids of the networks that the node is attached to; the ingress network is one of them.</summary>
    public IReadOnlyList<string> NetworkIds { get; init; } = [];
}
