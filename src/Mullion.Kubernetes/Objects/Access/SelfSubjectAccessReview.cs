using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Access;

/// <summary>Asks whether one may do something. To be created; never stored.</summary>
public sealed record SelfSubjectAccessReview : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        new("authorization.k8s.io", "SelfSubjectAccessReview", ["v1"]);

    /// <summary>What one would like to do.</summary>
    public AccessReviewSpec? Spec { get; init; }

    /// <summary>The answer.</summary>
    public AccessReviewStatus? Status { get; init; }
}
