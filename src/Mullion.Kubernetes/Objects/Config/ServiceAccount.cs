using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Config;

/// <summary>Who a pod is towards the API.</summary>
public sealed record ServiceAccount : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        ObjectKind.Core("ServiceAccount", "serviceaccounts", isNamespaced: true);
}
