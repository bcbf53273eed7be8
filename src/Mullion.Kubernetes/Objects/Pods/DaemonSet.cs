using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>A pod on every node that its template allows.</summary>
public sealed record DaemonSet : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } = new("apps", "DaemonSet", ["v1"]);

    /// <summary>What it runs.</summary>
    public DaemonSetSpec? Spec { get; init; }

    /// <summary>How far it is.</summary>
    public DaemonSetStatus? Status { get; init; }
}
