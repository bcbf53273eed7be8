namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>The network between a cluster's nodes.</summary>
/// <param name="Name">Its name, such as <c>Flannel</c> or <c>Calico</c>.</param>
/// <param name="DaemonSet">Namespace and name of the DaemonSet by which it was recognised, such as <c>kube-flannel/kube-flannel-ds</c>.</param>
/// <param name="Flannel">How Flannel is set up; null for another, and where its ConfigMap is not where Flannel's manifest puts it.</param>
public sealed record ClusterCni(string Name, string DaemonSet, FlannelSettings? Flannel)
{
    /// <summary>Its version, from the tag of its image, such as <c>0.27.4</c>; null where that tells none.</summary>
    public string? Version { get; init; }
}
