namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>How a node is, as its kubelet and the controllers say.</summary>
public sealed record NodeStatus : OpenRecord
{
    /// <summary>What it has, by resource, as quantities such as <c>8388084Ki</c>.</summary>
    public IReadOnlyDictionary<string, string>? Capacity { get; init; }

    /// <summary>What of it pods may have.</summary>
    public IReadOnlyDictionary<string, string>? Allocatable { get; init; }

    /// <summary><c>Ready</c> and the pressures.</summary>
    public IReadOnlyList<Condition>? Conditions { get; init; }

    /// <summary>Its addresses and names.</summary>
    public IReadOnlyList<NodeAddress>? Addresses { get; init; }

    /// <summary>Operating system and versions.</summary>
    public NodeSystemInfo? NodeInfo { get; init; }
}
