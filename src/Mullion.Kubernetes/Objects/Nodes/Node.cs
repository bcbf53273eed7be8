using System.Text.Json.Serialization;
using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>A node of the cluster.</summary>
public sealed record Node : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } = ObjectKind.Core("Node", "nodes", isNamespaced: false);

    /// <summary>What is wanted of it.</summary>
    public NodeSpec? Spec { get; init; }

    /// <summary>How it is.</summary>
    public NodeStatus? Status { get; init; }

    /// <summary>Its kubelet reports it as ready.</summary>
    [JsonIgnore]
    public bool IsReady =>
        Status?.Conditions?.Any(c => c is { Type: "Ready", Status: "True" }) == true;
}
