namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>What a controller makes its pods of.</summary>
public sealed record PodTemplate : OpenRecord
{
    /// <summary>Labels and annotations of the pods.</summary>
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What they are.</summary>
    public PodSpec? Spec { get; init; }
}
