using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Config;

/// <summary>Settings by key.</summary>
public sealed record ConfigMap : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        ObjectKind.Core("ConfigMap", "configmaps", isNamespaced: true);

    /// <summary>Texts by key.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }
}
