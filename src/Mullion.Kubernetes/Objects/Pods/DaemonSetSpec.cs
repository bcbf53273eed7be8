namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>What a DaemonSet runs.</summary>
public sealed record DaemonSetSpec : OpenRecord
{
    /// <summary>Tells its pods; never changes.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>What its pods are made of.</summary>
    public PodTemplate? Template { get; init; }
}
