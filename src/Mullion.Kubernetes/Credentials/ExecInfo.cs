using System.Text;
using System.Text.Json;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Credentials;

/// <summary>What a credential plugin is told in <c>KUBERNETES_EXEC_INFO</c>: nothing secret.</summary>
internal static class ExecInfo
{
    public const string Variable = "KUBERNETES_EXEC_INFO";

    public static string Of(
        ExecPlugin plugin,
        KubernetesConfiguration configuration,
        bool isInteractive
    )
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion", plugin.ApiVersion);
            json.WriteString("kind", "ExecCredential");
            json.WriteStartObject("spec");
            json.WriteBoolean("interactive", isInteractive);
            if (plugin.ProvideClusterInfo)
            {
                WriteCluster(json, configuration);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteCluster(Utf8JsonWriter json, KubernetesConfiguration configuration)
    {
        json.WriteStartObject("cluster");
        json.WriteString("server", configuration.Server.AbsoluteUri.TrimEnd('/'));
        if (configuration.TlsServerName is { } name)
        {
            json.WriteString("tls-server-name", name);
        }

        if (configuration.SkipTlsVerify)
        {
            json.WriteBoolean("insecure-skip-tls-verify", true);
        }

        if (configuration.CertificateAuthority is { } authority)
        {
            json.WriteBase64String("certificate-authority-data", Encoding.UTF8.GetBytes(authority));
        }

        if (configuration.Proxy is { } proxy)
        {
            json.WriteString("proxy-url", proxy.OriginalString);
        }

        if (configuration.PluginConfig is { } config)
        {
            json.WritePropertyName("config");
            json.WriteRawValue(config);
        }

        json.WriteEndObject();
    }
}
