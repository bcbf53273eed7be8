using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Config;

/// <summary>A namespace.</summary>
public sealed record Namespace : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        ObjectKind.Core("Namespace", "namespaces", isNamespaced: false);
}
