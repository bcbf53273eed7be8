using YamlDotNet.RepresentationModel;

namespace Mullion.Kubernetes.Configuration;

/// <summary>Reads what a kubeconfig says of a cluster.</summary>
internal static class ClusterReader
{
    /// <summary>The extension that is meant for credential plugins.</summary>
    private const string PluginExtension = "client.authentication.k8s.io/exec";

    public static KubernetesConfiguration Read(KubeconfigEntry cluster)
    {
        var server =
            cluster.Text("server")
            ?? throw cluster.Wrong("has no server", "Write its address: server: https://HOST:6443");
        var authority = Authority(cluster);
        var isUnverified = cluster.Flag("insecure-skip-tls-verify");
        if (isUnverified && authority is not null)
        {
            throw cluster.Wrong(
                "has a certificate authority and insecure-skip-tls-verify",
                "Take insecure-skip-tls-verify out: the authority proves who the server is.",
                "insecure-skip-tls-verify"
            );
        }

        return new KubernetesConfiguration
        {
            Server =
                KubernetesConfiguration.ParseServer(server)
                ?? throw cluster.Wrong(
                    $"has the server '{server}', which is no address of an API",
                    "Write https://HOST:6443, without user, ? and #.",
                    "server"
                ),
            CertificateAuthority = authority,
            SkipTlsVerify = isUnverified,
            TlsServerName = cluster.Text("tls-server-name"),
            Proxy = Proxy(cluster),
            PluginConfig = PluginConfig(cluster),
        };
    }

    private static string? Authority(KubeconfigEntry cluster)
    {
        const string Inline = "certificate-authority-data";
        const string InFile = "certificate-authority";
        return cluster.Decoded(Inline) is { } text
                ? KubernetesConfiguration.CheckAuthority(
                    text,
                    $"{cluster.File}: {Inline} of the cluster {cluster.Name}"
                )
            : cluster.FilePath(InFile) is { } file
                ? KubernetesConfiguration.CheckAuthority(
                    ConfigurationFile.Read(
                        file,
                        $"{cluster.File}: {InFile} of the cluster {cluster.Name}"
                    ),
                    file
                )
            : null;
    }

    private static Uri? Proxy(KubeconfigEntry cluster) =>
        cluster.Text("proxy-url") is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https" or "socks5", Host.Length: > 0 }
            ? uri
        // The text is not shown: a password may stand in it.
        : throw cluster.Wrong(
            "has a proxy-url that is no address of a proxy",
            "Write http://HOST:PORT, https://HOST:PORT or socks5://HOST:PORT.",
            "proxy-url"
        );

    private static string? PluginConfig(KubeconfigEntry cluster)
    {
        var extensions = YamlValues.Find(cluster.Body, "extensions") as YamlSequenceNode;
        var found = extensions
            ?.OfType<YamlMappingNode>()
            .FirstOrDefault(e => YamlValues.Text(e, "name") == PluginExtension);
        try
        {
            return found is not null && YamlValues.Find(found, "extension") is { } value
                ? YamlValues.ToJson(value)?.ToJsonString()
                : null;
        }
        catch (InvalidDataException e)
        {
            throw cluster.Wrong(
                $"has an extension that cannot be used: {e.Message}",
                "Repair it.",
                "extensions"
            );
        }
    }
}
