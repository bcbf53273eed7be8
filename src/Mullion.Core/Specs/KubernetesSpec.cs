using System.Collections.ObjectModel;

namespace Mullion.Core.Specs;

/// <summary>A Kubernetes cluster, and what its Windows nodes are made of: the <c>orchestrator.kubernetes</c> section.</summary>
public sealed record KubernetesSpec : OrchestratorSpec
{
    /// <summary>Where programs and their settings go when the spec does not say: where KubeCluster.ps1 puts them.</summary>
    public const string DefaultFolder = @"C:\ProgramData\Kubernetes";

    /// <summary>
    /// The administrator's kubeconfig, with which Mullion inspects the cluster, makes bootstrap tokens, and removes nodes. Null takes
    /// <c>KUBECONFIG</c> or <c>~/.kube/config</c>, as kubectl does; with <see cref="KubernetesJoinSpec.Token"/> there need be none.
    /// </summary>
    public FileReference? Kubeconfig { get; init; }

    /// <summary>The context of it; null takes its current one.</summary>
    public string? Context { get; init; }

    /// <summary>The node binaries: kubelet, kube-proxy, kubeadm, and kubectl where it is wanted.</summary>
    public required PackageSpec Node { get; init; }

    /// <summary>Whether nodes get <c>kubectl.exe</c> too.</summary>
    public bool Kubectl { get; init; }

    /// <summary>The CNI plugins for Windows: win-overlay, win-bridge, host-local.</summary>
    public required PackageSpec CniPlugins { get; init; }

    /// <summary>The network between nodes.</summary>
    public required FlannelSpec Flannel { get; init; }

    /// <summary>Where programs and their settings go on the hosts.</summary>
    public string Folder { get; init; } = DefaultFolder;

    /// <summary>How nodes join.</summary>
    public KubernetesJoinSpec Join { get; init; } = new();

    /// <summary>The kubelet's further settings.</summary>
    public KubeletSpec Kubelet { get; init; } = new();

    /// <summary>Further flags of kube-proxy by their names without <c>--</c>, in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> KubeProxyArgs { get; init; } =
        ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How the services of a node reach the world outside; null where they reach it directly.</summary>
    public ProxySpec? Proxy { get; init; }
}
