using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>A pod.</summary>
public sealed record Pod : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } = ObjectKind.Core("Pod", "pods", isNamespaced: true);

    /// <summary>What shall run, and where.</summary>
    public PodSpec? Spec { get; init; }

    /// <summary>How it is.</summary>
    public PodStatus? Status { get; init; }
}
