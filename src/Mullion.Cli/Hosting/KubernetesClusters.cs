using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Inspection;

namespace Mullion.Cli.Hosting;

/// <summary>Reaches Kubernetes clusters as kubectl of this user would.</summary>
internal static class KubernetesClusters
{
    public static async Task<KubernetesFacts> InspectAsync(
        KubeconfigChoice choice,
        CancellationToken cancellation
    )
    {
        var kubeconfig = choice.File is { } file
            ? Kubeconfig.Load(file)
            : Kubeconfig.Load(KubeconfigEnvironment.OfProcess);
        using var client = new KubernetesClient(kubeconfig.Configure(choice.Context));
        return await ClusterInspector.InspectAsync(client, cancellation);
    }
}
