namespace Mullion.Core.Specs;

/// <summary>How nodes join a Kubernetes cluster: the <c>orchestrator.kubernetes.join</c> section.</summary>
public sealed record KubernetesJoinSpec
{
    /// <summary>What does the joining.</summary>
    public KubernetesJoinMethod Method { get; init; }

    /// <summary>The API server as the hosts reach it; null takes what the cluster says of itself.</summary>
    public HostPort? Endpoint { get; init; }

    /// <summary>
    /// A bootstrap token that somebody else made, and what pins the cluster it is for; null where Mullion makes one for each node and deletes it.
    /// </summary>
    public BootstrapTokenSpec? Token { get; init; }

    /// <summary>The kubeconfig that is copied to the hosts; null but with <see cref="KubernetesJoinMethod.Kubeconfig"/>.</summary>
    public FileReference? Kubeconfig { get; init; }
}
