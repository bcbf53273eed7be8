using System.Collections.ObjectModel;

namespace Mullion.Core.Specs;

/// <summary>One Windows host that shall be a node: an entry of <c>nodes</c>.</summary>
public sealed record NodeSpec
{
    /// <summary>Where a swarm node listens when the spec does not say.</summary>
    public static readonly HostPort DefaultListenAddress = new("0.0.0.0", 2377);

    /// <summary>1 to 63 letters, digits and hyphens; no two nodes differ only in case.</summary>
    public required string Name { get; init; }

    /// <summary>How the host is reached.</summary>
    public required HostReference Host { get; init; }

    /// <summary>The network interface for cluster traffic; null where the host has only one that could be meant.</summary>
    public InterfaceSpec? Interface { get; init; }

    /// <summary>The IPv4 address and port on which the swarm listens.</summary>
    public HostPort ListenAddress { get; init; } = DefaultListenAddress;

    /// <summary>The IPv4 address that is told to the others; null leaves the choice to the engine.</summary>
    public string? AdvertiseAddress { get; init; }

    /// <summary>The IPv4 address for overlay traffic; null means the advertised one.</summary>
    public string? DataPathAddress { get; init; }

    /// <summary>Whether the node takes tasks when it joins. A change made later on the cluster is respected.</summary>
    public NodeAvailability Availability { get; init; }

    /// <summary>Node labels, in ordinal order of their keys; may be empty.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } =
        ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Taints of a Kubernetes node, in the order of the file; may be empty.</summary>
    public IReadOnlyList<TaintSpec> Taints { get; init; } = [];
}
