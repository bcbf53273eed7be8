using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Access;

/// <summary>Asks who one is (from Kubernetes 1.27 on). To be created; never stored.</summary>
public sealed record SelfSubjectReview : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        new("authentication.k8s.io", "SelfSubjectReview", ["v1", "v1beta1"]);

    /// <summary>The answer.</summary>
    public SelfSubjectReviewStatus? Status { get; init; }
}
