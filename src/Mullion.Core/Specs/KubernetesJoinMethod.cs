namespace Mullion.Core.Specs;

/// <summary>What makes a host a node of a Kubernetes cluster.</summary>
public enum KubernetesJoinMethod
{
    /// <summary>Mullion: discovery, and a bootstrap kubeconfig with which the kubelet asks for its certificate.</summary>
    Native,

    /// <summary><c>kubeadm.exe join</c>, run on the host.</summary>
    Kubeadm,

    /// <summary>A kubeconfig that somebody made, copied to the host, as the guides for 1.9 and KubeCluster.ps1 do.</summary>
    Kubeconfig,
}
