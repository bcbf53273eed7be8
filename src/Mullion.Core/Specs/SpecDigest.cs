using System.Security.Cryptography;
using System.Text.Json;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs;

/// <summary>
/// The digest of a spec, over a JSON form in which every value has one place and one spelling. Changing this form changes
/// every digest in every journal; a test pins it.
/// </summary>
internal static class SpecDigest
{
    public static string Of(ClusterSpec spec) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(CanonicalJson(spec)));

    public static byte[] CanonicalJson(ClusterSpec spec)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion", ClusterSpec.SupportedApiVersion);
            json.WriteString("name", spec.Name);
            if (spec.Orchestrator is KubernetesSpec kubernetes)
            {
                KubernetesDigest.Write(json, kubernetes, spec);
            }
            else
            {
                SwarmDigest.Write(json, spec.AsSwarm());
            }

            if (spec.Engine is { } engine)
            {
                Write(json, engine);
            }

            Write(json, spec.Images);
            Write(json, spec.Registries);
            json.WriteStartArray("nodes");
            foreach (var node in spec.Nodes)
            {
                Write(json, node);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, EngineSpec engine)
    {
        json.WriteStartObject("engine");
        WriteIfSet(json, "version", engine.Install?.Version);
        Write(json, engine.Install?.Package);
        if (engine.Tls is { } tls)
        {
            Write(json, tls);
        }

        if (engine.Settings.Count > 0)
        {
            json.WriteStartObject("settings");
            foreach (
                var (key, value) in engine.Settings.OrderBy(s => s.Key, StringComparer.Ordinal)
            )
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, ArchiveSpec? archive)
    {
        WriteIfSet(json, "url", archive?.Url);
        WriteIfSet(json, "path", archive?.Path?.Written);
        WriteIfSet(json, "sha256", archive?.Sha256);
    }

    // Both left out where there are none: the form that stands in journals since before there were any.
    private static void Write(Utf8JsonWriter json, IReadOnlyList<ImageSpec> images)
    {
        if (images.Count == 0)
        {
            return;
        }

        json.WriteStartArray("images");
        foreach (var image in images)
        {
            json.WriteStartObject();
            json.WriteString("name", image.Name.Written);
            Write(json, image.Archive);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<RegistrySpec> registries)
    {
        if (registries.Count == 0)
        {
            return;
        }

        json.WriteStartArray("registries");
        foreach (var registry in registries)
        {
            json.WriteStartObject();
            json.WriteString("host", registry.Host);
            json.WriteString("user", registry.User);
            json.WriteString("passwordFile", registry.PasswordFile.Written);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, EngineTlsSpec tls)
    {
        json.WriteStartObject("tls");
        Write(json, tls.Source);
        json.WriteString("listenAddress", tls.ListenAddress.ToString());
        json.WriteStartArray("clients");
        foreach (var client in tls.Clients)
        {
            json.WriteStringValue(client);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CertificateSource source)
    {
        switch (source)
        {
            case OwnAuthority own:
                json.WriteString("ca", own.Ca.Written);
                json.WriteString("caKey", own.CaKey.Written);
                WriteIfSet(json, "passphraseFile", own.PassphraseFile?.Written);
                json.WriteString("keyType", KeyKindText.Shape.Write(own.KeyType));
                json.WriteNumber("days", own.Days);
                break;
            case OtherAuthority other:
                json.WriteString("ca", other.Ca.Written);
                json.WriteString("certificates", other.Folder.Written);
                WriteIfSet(json, "passphraseFile", other.PassphraseFile?.Written);
                json.WriteString("keyType", KeyKindText.Shape.Write(other.KeyType));
                break;
            default:
                json.WriteString("generator", "ucp");
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, NodeSpec node)
    {
        json.WriteStartObject();
        json.WriteString("name", node.Name);
        json.WriteString("host", node.Host.ToString());
        WriteIfSet(json, "interfaceName", node.Interface?.Name);
        WriteIfSet(json, "interfaceMac", node.Interface?.Mac);
        WriteIfSet(json, "interfaceAddress", node.Interface?.Address);
        json.WriteString("listenAddress", node.ListenAddress.ToString());
        WriteIfSet(json, "advertiseAddress", node.AdvertiseAddress);
        WriteIfSet(json, "dataPathAddress", node.DataPathAddress);
        json.WriteString("availability", AvailabilityText.Shape.Write(node.Availability));
        json.WriteStartObject("labels");
        foreach (
            var (key, value) in node.Labels.OrderBy(label => label.Key, StringComparer.Ordinal)
        )
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        KubernetesDigest.Write(json, node.Taints);
        json.WriteEndObject();
    }

    internal static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
