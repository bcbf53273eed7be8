using System.Globalization;
using Mullion.Core;

namespace Mullion.Kubernetes.Configuration;

/// <summary>The cluster that this process runs in as a pod, with the pod's service account.</summary>
public static class InCluster
{
    /// <summary>Where Kubernetes puts a pod's token, CA and namespace.</summary>
    public const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Whether this process runs in a pod with a service account.</summary>
    /// <param name="variable">Environment variables by name.</param>
    /// <param name="folder">Where token and CA are.</param>
    public static bool IsAvailable(Func<string, string?> variable, string folder = Folder) =>
        variable("KUBERNETES_SERVICE_HOST") is { Length: > 0 }
        && variable("KUBERNETES_SERVICE_PORT") is { Length: > 0 }
        && File.Exists(Path.Combine(folder, "token"));

    /// <summary>The cluster around; its token is read again as Kubernetes renews it.</summary>
    /// <param name="variable">Environment variables by name.</param>
    /// <param name="folder">Where token and CA are.</param>
    /// <exception cref="MullionException">This process does not run in a pod with a service account.</exception>
    public static KubernetesConfiguration Configure(
        Func<string, string?> variable,
        string folder = Folder
    )
    {
        if (
            variable("KUBERNETES_SERVICE_HOST") is not { Length: > 0 } host
            || variable("KUBERNETES_SERVICE_PORT") is not { Length: > 0 } portText
            || !int.TryParse(portText, CultureInfo.InvariantCulture, out var port)
        )
        {
            throw new MullionException(
                "This process does not run in a pod: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT do not name an API server.",
                "Give a kubeconfig."
            );
        }

        const string Account = "The pod's service account";
        var authority = Path.Combine(folder, "ca.crt");
        var token = Path.Combine(folder, "token");
        _ = ConfigurationFile.Read(token, Account);
        var ns = Path.Combine(folder, "namespace");
        return new KubernetesConfiguration
        {
            Server = new UriBuilder(Uri.UriSchemeHttps, host, port).Uri,
            Source = "the pod's service account",
            Namespace = File.Exists(ns) ? ConfigurationFile.Read(ns, Account).Trim() : "default",
            CertificateAuthority = KubernetesConfiguration.CheckAuthority(
                ConfigurationFile.Read(authority, Account),
                authority
            ),
            User = new KubernetesUser { Name = "service account", TokenFile = token },
        };
    }
}
