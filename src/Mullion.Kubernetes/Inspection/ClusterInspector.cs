using System.Net;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Objects.Pods;

namespace Mullion.Kubernetes.Inspection;

/// <summary>
/// Asks a cluster what it is. Changes nothing, and goes on without what it may not read: that is named in
/// <see cref="KubernetesFacts.Unread"/>, because "may not read" is not "is not there".
/// </summary>
public sealed class ClusterInspector
{
    private const string System = "kube-system";

    private readonly IKubernetesClient _client;
    private readonly List<string> _unread = [];

    private ClusterInspector(IKubernetesClient client) => _client = client;

    /// <summary>What the cluster is.</summary>
    /// <exception cref="KubernetesException">Not even its version or its namespace <c>kube-system</c> may be read.</exception>
    /// <exception cref="KubernetesConnectionException">It does not answer.</exception>
    public static Task<KubernetesFacts> InspectAsync(
        IKubernetesClient client,
        CancellationToken cancellation = default
    ) => new ClusterInspector(client).InspectAsync(cancellation);

    private async Task<KubernetesFacts> InspectAsync(CancellationToken cancellation)
    {
        var version = await _client.VersionAsync(cancellation);
        var system = await _client.Of<Namespace>().GetAsync(System, cancellation);

        var kubeadm = await MapAsync("kubeadm-config", cancellation);
        var nodes = await ListAsync<Node>("nodes", null, cancellation);
        var namespaces = await ListAsync<Namespace>("namespaces", null, cancellation);
        var sets = await ListAsync<DaemonSet>("DaemonSets", null, cancellation);
        var flannel = await ListAsync<ConfigMap>(
            "Flannel's ConfigMap",
            new Selection { Fields = $"metadata.name={CniReader.FlannelConfigMap}" },
            cancellation
        );
        var signs = new ClusterSigns(
            version.GitVersion,
            await GroupsAsync(cancellation),
            namespaces.Select(n => n.Name).ToHashSet(StringComparer.Ordinal),
            nodes.SelectMany(n => n.Metadata.Labels?.Keys ?? []).ToHashSet(StringComparer.Ordinal),
            kubeadm is not null
        );
        var addresses = AddressReader.Read(
            kubeadm,
            await KubeletMapAsync(version, cancellation),
            await MapAsync("kube-proxy", cancellation),
            await ListAsync<Service>(
                "the DNS service",
                new Selection { Labels = AddressReader.DnsLabel },
                cancellation,
                System
            ),
            await ListAsync<Pod>(
                "the control plane's pods",
                new Selection { Labels = AddressReader.ControlPlaneLabel },
                cancellation,
                System
            )
        );
        return new KubernetesFacts
        {
            Id = system.Metadata.Uid ?? "",
            Version = version.GitVersion,
            Server = _client.Configuration.Server,
            Distribution = Distributions.Of(signs),
            Addresses = addresses,
            Cni = CniReader.Read(sets, flannel),
            Nodes = [.. nodes.Select(MachineReader.Read)],
            Landing = [.. sets.Select(WindowsReach.Of).OfType<LandingDaemonSet>()],
            Unread = _unread,
        };
    }

    /// <summary>kubelet-config from 1.24 on; before that, with the release in its name (kubernetes/kubeadm#1582).</summary>
    private async Task<ConfigMap?> KubeletMapAsync(
        ServerVersion version,
        CancellationToken cancellation
    ) =>
        await MapAsync("kubelet-config", cancellation)
        ?? (
            version.Release is { } release
                ? await MapAsync($"kubelet-config-{release.Major}.{release.Minor}", cancellation)
                : null
        );

    private Task<ConfigMap?> MapAsync(string name, CancellationToken cancellation) =>
        AskAsync<ConfigMap?>(
            $"the ConfigMap {System}/{name}",
            () => _client.Of<ConfigMap>(System).FindAsync(name, cancellation),
            null
        );

    private Task<IReadOnlyList<T>> ListAsync<T>(
        string what,
        Selection? selection,
        CancellationToken cancellation,
        string? inNamespace = null
    )
        where T : KubernetesObject, IKnownKind =>
        AskAsync<IReadOnlyList<T>>(
            what,
            async () => (await _client.Of<T>(inNamespace).ListAsync(selection, cancellation)).Items,
            []
        );

    private async Task<IReadOnlySet<string>> GroupsAsync(CancellationToken cancellation) =>
        (await AskAsync("the API groups", () => _client.GroupsAsync(cancellation), [])).ToHashSet(
            StringComparer.Ordinal
        );

    private async Task<T> AskAsync<T>(string what, Func<Task<T>> ask, T none)
    {
        try
        {
            return await ask();
        }
        catch (KubernetesException e)
            when (e.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            _unread.Add($"{what} may not be read: {e.ServerMessage}");
            return none;
        }
    }
}
