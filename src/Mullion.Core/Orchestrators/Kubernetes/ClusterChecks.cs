using System.Globalization;
using Mullion.Core.Findings;
using Mullion.Core.Specs;

namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>What stands in the way of Windows nodes in a Kubernetes cluster, as far as the cluster itself tells.</summary>
public static class ClusterChecks
{
    /// <summary>
    /// How many minor versions a kubelet may be behind its API server: three, and two where that is older than 1.28
    /// (kubernetes.io/releases/version-skew-policy).
    /// </summary>
    private const int Behind = 3;
    private const int BehindBefore28 = 2;

    /// <summary>All of it, those that are well included.</summary>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="wanted">What its nodes shall be; null where nobody said yet.</param>
    public static IReadOnlyList<Finding> Of(KubernetesFacts cluster, KubernetesSpec? wanted) =>
        [
            SetUpBy(cluster),
            .. Unread(cluster),
            .. wanted is null ? [] : new[] { Skew(cluster, wanted.Node.Version) },
            .. FlannelChecks.Of(cluster, wanted?.Flannel.Backend),
            LinuxWorker(cluster),
            .. Landing(cluster),
            Bridges,
        ];

    private static Finding Bridges { get; } =
        Finding.Unknown(
            "bridge-nf-call-iptables",
            "Whether the Linux nodes hand bridged packets to iptables, the cluster does not tell.",
            "On each Linux node: sysctl net.bridge.bridge-nf-call-iptables must say 1."
        );

    private static Finding SetUpBy(KubernetesFacts cluster) =>
        cluster.Distribution switch
        {
            { Why: { } why, Fix: { } fix } managed => Finding.Refuse(
                "cluster-distribution",
                $"The cluster at {cluster.Server} is one of {managed.Name} ({cluster.Version}): {why}.",
                fix
            ),
            { Name: "unknown" } => Finding.Unknown(
                "cluster-distribution",
                $"Who set up the cluster at {cluster.Server} ({cluster.Version}) cannot be told; there is no kubeadm-config.",
                "Its nodes have to join by bootstrap tokens, and its kubelets' settings have to be in kube-system/kubelet-config."
            ),
            var known => Finding.Ok(
                "cluster-distribution",
                $"The cluster at {cluster.Server} was set up by {known.Name} ({cluster.Version})."
            ),
        };

    private static IEnumerable<Finding> Unread(KubernetesFacts cluster) =>
        cluster.Unread.Select(sentence =>
            Finding.Unknown(
                "cluster-unread",
                $"Of the cluster at {cluster.Server}, {sentence}.",
                "Ask with the kubeconfig of an administrator."
            )
        );

    private static Finding Skew(KubernetesFacts cluster, string kubelet)
    {
        var (server, node) = (Minor(cluster.Version), Minor(kubelet));
        if (server is not { } ours || node is not { } theirs)
        {
            return Finding.Unknown(
                "kubelet-skew",
                $"Whether kubelets of {kubelet} go with the API server's {cluster.Version} cannot be told.",
                "Use kubelets of the API server's version."
            );
        }

        var behind = ours >= 28 ? Behind : BehindBefore28;
        return theirs > ours
                ? Finding.Refuse(
                    "kubelet-skew",
                    $"The spec wants kubelets of {kubelet}, and the API server is older: {cluster.Version}.",
                    "Set orchestrator.kubernetes.version to that of the API server, or update the control plane first."
                )
            : ours - theirs > behind
                ? Finding.Refuse(
                    "kubelet-skew",
                    $"The spec wants kubelets of {kubelet}, which the API server's {cluster.Version} has left more than {behind} versions behind.",
                    $"Set orchestrator.kubernetes.version to 1.{ours - behind} or later."
                )
            : Finding.Ok(
                "kubelet-skew",
                $"Kubelets of {kubelet} go with the API server's {cluster.Version}."
            );
    }

    private static Finding LinuxWorker(KubernetesFacts cluster) =>
        cluster.Nodes.Any(n => n is { Os: "linux", Ready: true, TakesWork: true })
            ? Finding.Ok("linux-worker", "A Linux node takes work.")
            : Finding.Warn(
                "linux-worker",
                "No Linux node is ready and takes work: DNS and what else runs on Linux alone have no place beside the control plane.",
                "Join a Linux worker, or let the control plane take work: kubectl taint nodes --all node-role.kubernetes.io/control-plane-."
            );

    private static IEnumerable<Finding> Landing(KubernetesFacts cluster) =>
        cluster.Landing.Select(set =>
            Finding.Warn(
                "daemonset-lands",
                $"The DaemonSet {set} names no operating system, and comes to Windows nodes{(set.ToleratesTaint ? ", tainted ones too" : " that are not tainted")}.",
                $"kubectl -n {set.Namespace} patch daemonset {set.Name} --type merge -p '{{\"spec\":{{\"template\":{{\"spec\":{{\"nodeSelector\":{{\"kubernetes.io/os\":\"linux\"}}}}}}}}}}'"
            ) with
            {
                Evidence = string.Join(", ", set.Images),
            }
        );

    private static int? Minor(string version) =>
        version.TrimStart('v').Split('.') is ["1", var minor, ..]
        && int.TryParse(
            minor.AsSpan(0, minor.TakeWhile(char.IsAsciiDigit).Count()),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
