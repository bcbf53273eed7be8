using System.Text.Json;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Pods;
using YamlDotNet.RepresentationModel;

namespace Mullion.Kubernetes.Inspection;

/// <summary>
/// Reads a cluster's addresses from the first place that tells: what kubeadm was given, the flags of the control plane's static pods, the
/// settings of kube-proxy and the kubelet, the DNS service.
/// </summary>
internal static class AddressReader
{
    /// <summary>Label by which every cluster's DNS service is found, CoreDNS' too.</summary>
    public const string DnsLabel = "k8s-app=kube-dns";

    /// <summary>Static pods of a control plane, as kubeadm labels them.</summary>
    public const string ControlPlaneLabel = "tier=control-plane";

    public static ClusterAddresses Read(
        ConfigMap? kubeadm,
        ConfigMap? kubelet,
        ConfigMap? kubeProxy,
        IReadOnlyList<Service> dns,
        IReadOnlyList<Pod> controlPlane
    )
    {
        var given =
            Yaml(kubeadm, "ClusterConfiguration") is { } cluster
            && YamlValues.Find(cluster, "networking") is YamlMappingNode networking
                ? networking
                : new YamlMappingNode();
        var settings = Yaml(kubelet, "kubelet") ?? new YamlMappingNode();
        var proxy = Yaml(kubeProxy, "config.conf") ?? new YamlMappingNode();
        return new ClusterAddresses(
            Cidrs(YamlValues.Text(given, "serviceSubnet"))
                ?? Cidrs(Flag(controlPlane, "service-cluster-ip-range"))
                ?? [],
            Cidrs(YamlValues.Text(given, "podSubnet"))
                ?? Cidrs(Flag(controlPlane, "cluster-cidr"))
                ?? Cidrs(YamlValues.Text(proxy, "clusterCIDR"))
                ?? [],
            First(settings, "clusterDNS")
                ?? dns.Select(s => s.Spec?.ClusterIp)
                    .FirstOrDefault(ip => ip is { Length: > 0 } and not "None"),
            YamlValues.Text(settings, "clusterDomain") ?? YamlValues.Text(given, "dnsDomain")
        );
    }

    private static YamlMappingNode? Yaml(ConfigMap? map, string key) =>
        map?.Data?.GetValueOrDefault(key) is { } text ? SettingsText.Parse(text) : null;

    private static string? First(YamlMappingNode mapping, string key) =>
        YamlValues.Find(mapping, key) is YamlSequenceNode list
            ? list.OfType<YamlScalarNode>().Select(i => i.Value).FirstOrDefault()
            : null;

    private static string[]? Cidrs(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            is [_, ..] cidrs
            ? cidrs
            : null;

    /// <summary>A flag of the control plane's programs, of <c>command</c> or <c>args</c>.</summary>
    private static string? Flag(IReadOnlyList<Pod> pods, string name) =>
        pods.SelectMany(p => p.Spec?.Containers ?? [])
            .SelectMany(Words)
            .Where(w => w.StartsWith($"--{name}=", StringComparison.Ordinal))
            .Select(w => w[(name.Length + 3)..])
            .FirstOrDefault();

    private static IEnumerable<string> Words(Container container) =>
        new[] { "command", "args" }
            .Select(key => container.Other?.GetValueOrDefault(key) ?? default)
            .Where(list => list.ValueKind == JsonValueKind.Array)
            .SelectMany(list => list.EnumerateArray())
            .Where(word => word.ValueKind == JsonValueKind.String)
            .Select(word => word.GetString()!);
}
