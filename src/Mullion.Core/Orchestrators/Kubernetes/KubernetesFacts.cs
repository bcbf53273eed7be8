namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>What a Kubernetes cluster says of itself, as far as Windows nodes are concerned.</summary>
public sealed record KubernetesFacts
{
    /// <summary>Its id: the uid of the namespace <c>kube-system</c>, which every cluster has and none shares.</summary>
    public required string Id { get; init; }

    /// <summary>The version of its API server, such as <c>v1.34.9</c> or <c>v1.30.2+rke2r1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The API server as it was reached.</summary>
    public required Uri Server { get; init; }

    /// <summary>Who set it up.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>Its addresses.</summary>
    public required ClusterAddresses Addresses { get; init; }

    /// <summary>The network between its nodes; null where none was recognised.</summary>
    public ClusterCni? Cni { get; init; }

    /// <summary>Its nodes.</summary>
    public IReadOnlyList<ClusterMachine> Nodes { get; init; } = [];

    /// <summary>DaemonSets of which Windows nodes would get a pod, though nothing says that it is for Windows.</summary>
    public IReadOnlyList<LandingDaemonSet> Landing { get; init; } = [];

    /// <summary>What could not be read, with the reason: sentences.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}
