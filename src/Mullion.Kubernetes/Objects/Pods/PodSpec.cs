namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>What shall run in a pod, and where it may be placed.</summary>
public sealed record PodSpec : OpenRecord
{
    /// <summary>The node it is bound to; null until it is placed.</summary>
    public string? NodeName { get; init; }

    /// <summary>Labels that its node must have.</summary>
    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    /// <summary>Finer conditions on its node.</summary>
    public Affinity? Affinity { get; init; }

    /// <summary>Taints that it bears.</summary>
    public IReadOnlyList<Toleration>? Tolerations { get; init; }

    /// <summary>The operating system it says it is for; null when it says nothing.</summary>
    public PodOs? Os { get; init; }

    /// <summary>Whether it uses its node's network.</summary>
    public bool? HostNetwork { get; init; }

    /// <summary>Seconds that it gets to end by itself.</summary>
    public long? TerminationGracePeriodSeconds { get; init; }

    /// <summary>What runs before the containers.</summary>
    public IReadOnlyList<Container>? InitContainers { get; init; }

    /// <summary>What runs.</summary>
    public IReadOnlyList<Container>? Containers { get; init; }

    /// <summary>Storage of its containers.</summary>
    public IReadOnlyList<Volume>? Volumes { get; init; }
}
