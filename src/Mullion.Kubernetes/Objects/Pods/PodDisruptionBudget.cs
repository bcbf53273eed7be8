using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>How many pods of an application may be taken away at a time.</summary>
public sealed record PodDisruptionBudget : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        new("policy", "PodDisruptionBudget", ["v1", "v1beta1"]);

    /// <summary>Whose pods, and how many.</summary>
    public PodDisruptionBudgetSpec? Spec { get; init; }

    /// <summary>How many may go now.</summary>
    public PodDisruptionBudgetStatus? Status { get; init; }
}
