using System.Text.RegularExpressions;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Pods;

namespace Mullion.Kubernetes.Inspection;

/// <summary>Recognises the network between nodes by the DaemonSet that brings it, as the projects' own manifests name it.</summary>
internal static partial class CniReader
{
    /// <summary>The ConfigMap of Flannel's manifest.</summary>
    public const string FlannelConfigMap = "kube-flannel-cfg";

    // Canal is Calico's policies on Flannel's network, and so comes first.
    private static readonly IReadOnlyList<(string Beginning, string Name)> Known =
    [
        ("canal", "Canal"),
        ("rke2-canal", "Canal"),
        ("kube-flannel", "Flannel"),
        ("calico-node", "Calico"),
        ("cilium", "Cilium"),
        ("antrea-agent", "Antrea"),
        ("weave-net", "Weave Net"),
        ("kube-router", "kube-router"),
        ("kube-ovn-cni", "Kube-OVN"),
        ("ovnkube-node", "OVN-Kubernetes"),
        ("aws-node", "Amazon VPC CNI"),
        ("azure-cns", "Azure CNI"),
    ];

    /// <summary>What it is; null where none of the DaemonSets is one of those that are known.</summary>
    /// <param name="sets">All DaemonSets.</param>
    /// <param name="flannel">ConfigMaps of Flannel's name.</param>
    public static ClusterCni? Read(IReadOnlyList<DaemonSet> sets, IReadOnlyList<ConfigMap> flannel)
    {
        foreach (var (beginning, name) in Known)
        {
            var set = sets.FirstOrDefault(s =>
                s.Name.StartsWith(beginning, StringComparison.Ordinal)
                && !s.Name.Contains("windows", StringComparison.OrdinalIgnoreCase)
            );
            if (set is not null)
            {
                var settings = flannel
                    .Where(m => m.Metadata.Namespace == set.Metadata.Namespace)
                    .Select(FlannelReader.Read)
                    .FirstOrDefault(s => s is not null);
                return new ClusterCni(name, $"{set.Metadata.Namespace}/{set.Name}", settings)
                {
                    Version = Version(set),
                };
            }
        }

        return null;
    }

    /// <summary>Of the first image that has a version as its tag.</summary>
    private static string? Version(DaemonSet set) =>
        (set.Spec?.Template?.Spec?.Containers ?? [])
            .Select(c => Tag().Match(c.Image ?? ""))
            .Where(m => m.Success)
            .Select(m => m.Groups["version"].Value)
            .FirstOrDefault();

    [GeneratedRegex(
        @":v?(?<version>[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4})(-[0-9A-Za-z.]+)?(@|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();
}
