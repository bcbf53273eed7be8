using System.Text.Json;
using System.Text.Json.Nodes;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes.Objects.Config;

namespace Mullion.Kubernetes.Inspection;

/// <summary>Reads the ConfigMap of Flannel's manifest, which is JSON in two of its keys.</summary>
internal static class FlannelReader
{
    /// <summary>What it says; null where it is not Flannel's, or its JSON is broken.</summary>
    public static FlannelSettings? Read(ConfigMap map)
    {
        if (
            map.Data?.GetValueOrDefault("net-conf.json") is not { } text
            || Parse(text) is not { } network
            || network["Backend"] is not JsonObject backend
        )
        {
            return null;
        }

        var settings = new FlannelSettings
        {
            ConfigMap = $"{map.Metadata.Namespace}/{map.Name}",
            Network = Text(network["Network"]),
            Backend = Text(backend["Type"])?.ToLowerInvariant() ?? "",
            DirectRouting = backend["DirectRouting"]?.GetValueKind() == JsonValueKind.True,
            CniName = Parse(map.Data.GetValueOrDefault("cni-conf.json") ?? "") is { } cni
                ? Text(cni["name"])
                : null,
        };
        return settings with
        {
            Vni = Number(backend["VNI"]) ?? settings.Vni,
            Port = Number(backend["Port"]) ?? settings.Port,
        };
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static int? Number(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
        && node.AsValue().TryGetValue<int>(out var number)
            ? number
            : null;
}
