namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>A node of a Kubernetes cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Os"><c>linux</c> or <c>windows</c>.</param>
/// <param name="Ready">Whether its kubelet says that it is ready.</param>
/// <param name="TakesWork">Whether pods without special rights may be placed on it: neither cordoned nor of the control plane.</param>
/// <param name="Version">Its kubelet's version, such as <c>v1.34.9</c>.</param>
/// <param name="Address">Its internal address; null where it has none.</param>
/// <param name="PodCidr">Its part of the network of pods; null where it has none.</param>
public sealed record ClusterMachine(
    string Name,
    string Os,
    bool Ready,
    bool TakesWork,
    string Version,
    string? Address,
    string? PodCidr
);
