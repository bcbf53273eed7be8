using Mullion.Kubernetes.Objects.Options;

namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Asks for a pod to be taken away as far as budgets allow.</summary>
internal sealed record Eviction : KubernetesObject
{
    public DeleteOptions? DeleteOptions { get; init; }
}
