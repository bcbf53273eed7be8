namespace Mullion.Kubernetes.Inspection;

/// <summary>What tells distributions apart.</summary>
/// <param name="Version">The API server's version.</param>
/// <param name="Groups">API groups that it serves.</param>
/// <param name="Namespaces">Its namespaces.</param>
/// <param name="NodeLabels">Keys of labels that any of its nodes has.</param>
/// <param name="HasKubeadmConfig">Whether there is the ConfigMap <c>kube-system/kubeadm-config</c>.</param>
internal sealed record ClusterSigns(
    string Version,
    IReadOnlySet<string> Groups,
    IReadOnlySet<string> Namespaces,
    IReadOnlySet<string> NodeLabels,
    bool HasKubeadmConfig
)
{
    /// <summary>Whether any node has a label whose key begins so.</summary>
    public bool HasLabel(string beginning) =>
        NodeLabels.Any(l => l.StartsWith(beginning, StringComparison.Ordinal));
}
