using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Config;

/// <summary>An address under which pods are reached.</summary>
public sealed record Service : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        ObjectKind.Core("Service", "services", isNamespaced: true);

    /// <summary>Addresses and ports.</summary>
    public ServiceSpec? Spec { get; init; }
}
