using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mullion.Kubernetes.Configuration;

/// <summary>Looks into YAML without types.</summary>
internal static class YamlValues
{
    private const int Deepest = 32;

    public static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var value)
        && value
            is not YamlScalarNode
            {
                Style: ScalarStyle.Plain,
                Value: "" or "~" or "null" or "Null" or "NULL"
            }
            ? value
            : null;

    /// <summary>A single value as it is written; null when it is missing or empty.</summary>
    public static string? Text(YamlMappingNode mapping, string key) =>
        Find(mapping, key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    /// <summary>Where a key's value begins; null when it is missing.</summary>
    public static long? Line(YamlMappingNode mapping, string key) => Find(mapping, key)?.Start.Line;

    /// <summary>The same as JSON.</summary>
    public static JsonNode? ToJson(YamlNode node, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new InvalidDataException($"it is nested deeper than {Deepest} levels");
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var json = new JsonObject();
                foreach (var (key, value) in mapping)
                {
                    json[(key as YamlScalarNode)?.Value ?? ""] = ToJson(value, depth + 1);
                }

                return json;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Select(item => ToJson(item, depth + 1))]);
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: var plain }:
                return plain switch
                {
                    null or "" or "~" or "null" => null,
                    "true" => JsonValue.Create(true),
                    "false" => JsonValue.Create(false),
                    _ when long.TryParse(plain, out var number) => JsonValue.Create(number),
                    _ => JsonValue.Create(plain),
                };
            default:
                return JsonValue.Create((node as YamlScalarNode)?.Value);
        }
    }
}
