namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>The operating system that a pod says it is for.</summary>
public sealed record PodOs : OpenRecord
{
    /// <summary><c>windows</c> or <c>linux</c>.</summary>
    public string? Name { get; init; }
}
