using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes.Objects.Nodes;

namespace Mullion.Kubernetes.Inspection;

/// <summary>A node object as Mullion sees it.</summary>
internal static class MachineReader
{
    private static readonly string[] ControlPlane =
    [
        "node-role.kubernetes.io/control-plane",
        "node-role.kubernetes.io/master",
    ];

    public static ClusterMachine Read(Node node) =>
        new(
            node.Name,
            node.Status?.NodeInfo?.OperatingSystem
                ?? node.Metadata.Labels?.GetValueOrDefault("kubernetes.io/os")
                ?? "",
            node.IsReady,
            node.Spec?.Unschedulable != true
                && !(node.Spec?.Taints ?? []).Any(t =>
                    ControlPlane.Contains(t.Key) && t.Effect is "NoSchedule" or "NoExecute"
                ),
            node.Status?.NodeInfo?.KubeletVersion ?? "",
            node.Status?.Addresses?.FirstOrDefault(a => a.Type == "InternalIP")?.Address,
            node.Spec?.PodCidr
        );
}
