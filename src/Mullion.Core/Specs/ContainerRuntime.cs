namespace Mullion.Core.Specs;

/// <summary>What runs a Kubernetes node's containers: <c>runtime</c>.</summary>
public enum ContainerRuntime
{
    /// <summary>containerd, of the <c>containerd</c> section.</summary>
    Containerd,

    /// <summary>The Docker engine, by the dockershim of kubelets up to 1.23: of the <c>engine</c> section, or the one that is there.</summary>
    Docker,
}
