using System.Text.Json;

namespace Mullion.Core.Specs;

/// <summary>The part of <see cref="SpecDigest"/> that specs of Kubernetes clusters alone have.</summary>
internal static class KubernetesDigest
{
    public static void Write(Utf8JsonWriter json, KubernetesSpec kubernetes, ClusterSpec spec)
    {
        json.WriteStartObject("kubernetes");
        SpecDigest.WriteIfSet(json, "kubeconfig", kubernetes.Kubeconfig?.Written);
        SpecDigest.WriteIfSet(json, "context", kubernetes.Context);
        Write(json, "node", kubernetes.Node);
        json.WriteBoolean("kubectl", kubernetes.Kubectl);
        Write(json, "cniPlugins", kubernetes.CniPlugins);
        Write(json, "flannel", kubernetes.Flannel.Package);
        json.WriteString("backend", kubernetes.Flannel.Backend.ToString());
        json.WriteString("folder", kubernetes.Folder);
        Write(json, kubernetes.Join);
        json.WriteString("reservedMemory", kubernetes.Kubelet.ReservedMemory);
        json.WriteBoolean("externalCloudProvider", kubernetes.Kubelet.ExternalCloudProvider);
        Write(json, "kubeletArgs", kubernetes.Kubelet.ExtraArgs);
        Write(json, "kubeProxyArgs", kubernetes.KubeProxyArgs);
        if (kubernetes.Proxy is { } proxy)
        {
            json.WriteStartObject("proxy");
            SpecDigest.WriteIfSet(json, "http", proxy.Http);
            SpecDigest.WriteIfSet(json, "https", proxy.Https);
            Write(json, "noProxy", proxy.NoProxy);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteString("runtime", spec.Runtime.ToString());
        if (spec.Containerd is { } containerd)
        {
            Write(json, "containerd", containerd);
        }
    }

    /// <summary>Left out where there are none: the form that stands in journals of swarms since before there were any.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<TaintSpec> taints)
    {
        if (taints.Count > 0)
        {
            Write(json, "taints", taints.Select(t => t.ToString()));
        }
    }

    private static void Write(Utf8JsonWriter json, KubernetesJoinSpec join)
    {
        json.WriteStartObject("join");
        json.WriteString("method", join.Method.ToString());
        SpecDigest.WriteIfSet(json, "endpoint", join.Endpoint?.ToString());
        SpecDigest.WriteIfSet(json, "tokenFile", join.Token?.File.Written);
        if (join.Token is { } token)
        {
            Write(json, "caCertHashes", token.CaCertHashes);
        }

        SpecDigest.WriteIfSet(json, "kubeconfig", join.Kubeconfig?.Written);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, PackageSpec package)
    {
        json.WriteStartObject(name);
        json.WriteString("version", package.Version);
        SpecDigest.Write(json, package.Package);
        json.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter json,
        string name,
        IReadOnlyDictionary<string, string> texts
    )
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
