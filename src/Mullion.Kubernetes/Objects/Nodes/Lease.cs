using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>A kubelet's sign of life, in the namespace <c>kube-node-lease</c>, called like its node.</summary>
public sealed record Lease : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        new("coordination.k8s.io", "Lease", ["v1", "v1beta1"]);

    /// <summary>Who holds it and how long.</summary>
    public LeaseSpec? Spec { get; init; }
}
