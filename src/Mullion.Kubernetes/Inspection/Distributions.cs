using Mullion.Core.Orchestrators.Kubernetes;

namespace Mullion.Kubernetes.Inspection;

/// <summary>
/// The distributions that Mullion tells apart, and by what. Those that run their nodes themselves come first: they have a kubelet and
/// tokens as kubeadm has, and would take back what Mullion did.
/// </summary>
internal static class Distributions
{
    /// <summary>Set up by kubeadm, or by what calls it: kind, minikube, Cluster API.</summary>
    public static Distribution Kubeadm { get; } = new("kubeadm");

    /// <summary>None of those that are known.</summary>
    public static Distribution Other { get; } = new("unknown");

    private static readonly IReadOnlyList<(Distribution, Func<ClusterSigns, bool>)> All =
    [
        (
            new(
                "OpenShift",
                "its Windows nodes belong to the Windows Machine Config Operator",
                "Install that operator, and name the host in its ConfigMap windows-instances."
            ),
            signs => signs.Groups.Contains("config.openshift.io")
        ),
        (
            new(
                "Azure Kubernetes Service",
                "its nodes are machines of its own node pools",
                "Add a pool: az aks nodepool add --os-type Windows."
            ),
            signs => signs.HasLabel("kubernetes.azure.com/cluster")
        ),
        (
            new(
                "Amazon EKS",
                "its nodes come from its own images and prove themselves by IAM",
                "Add a node group of a Windows image, and enable Windows in the ConfigMap amazon-vpc-cni."
            ),
            signs =>
                signs.Version.Contains("-eks-", StringComparison.Ordinal)
                || signs.HasLabel("eks.amazonaws.com/")
        ),
        (
            new(
                "Google Kubernetes Engine",
                "its nodes are machines of its own node pools",
                "Add a pool: gcloud container node-pools create --image-type=WINDOWS_LTSC_CONTAINERD."
            ),
            signs =>
                signs.Version.Contains("-gke.", StringComparison.Ordinal)
                || signs.HasLabel("cloud.google.com/gke-nodepool")
        ),
        (
            new(
                "Rancher",
                "its nodes are joined by Rancher's own agent",
                "Take the command for Windows nodes from the cluster's page in Rancher."
            ),
            signs => signs.Namespaces.Contains("cattle-system")
        ),
        (
            new(
                "RKE2",
                "its nodes are run by RKE2's own agent, which asks its servers on port 9345",
                "Install rke2.exe on the host, and join it with the cluster's token."
            ),
            signs => signs.Version.Contains("+rke2", StringComparison.Ordinal)
        ),
        (
            new(
                "k3s",
                "its nodes are run by k3s' own agent, which there is for Linux alone",
                "Use RKE2 or kubeadm for a cluster with Windows nodes."
            ),
            signs => signs.Version.Contains("+k3s", StringComparison.Ordinal)
        ),
        (
            new(
                "k0s",
                "its nodes are run by k0s' own worker",
                "Install k0s.exe on the host: k0s install worker --token-file FILE."
            ),
            signs => signs.Version.Contains("+k0s", StringComparison.Ordinal)
        ),
        (Kubeadm, signs => signs.HasKubeadmConfig),
    ];

    public static Distribution Of(ClusterSigns signs) =>
        All.Where(d => d.Item2(signs)).Select(d => d.Item1).FirstOrDefault() ?? Other;
}
