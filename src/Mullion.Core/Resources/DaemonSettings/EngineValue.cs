using System.Text.Json;
using System.Text.Json.Nodes;
using Mullion.Core.Secrets;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>Values of settings, as JSON: whether two mean the same, and the arguments that say the same.</summary>
internal static class EngineValue
{
    /// <summary>Whether dockerd makes the same of both.</summary>
    public static bool Same(EngineKey key, string a, string b) =>
        string.Equals(Canonical(key, a), Canonical(key, b), StringComparison.Ordinal);

    /// <summary>What arguments say; a text where it is nothing that the key can be.</summary>
    public static string FromArguments(EngineKey key, IReadOnlyList<string> values) =>
        (
            key.Kind switch
            {
                EngineKeyKind.List => new JsonArray([.. values.Select(v => (JsonNode)v)]),
                EngineKeyKind.Map => Map(values),
                // The last one counts.
                EngineKeyKind.Switch when bool.TryParse(values[^1], out var on) => on,
                EngineKeyKind.Number when long.TryParse(values[^1], out var number) => number,
                _ => (JsonNode)values[^1],
            }
        ).ToJsonString();

    /// <summary>
    /// What in a value may be a credential, by name: an option such as <c>splunk-token</c>, or a URL with a user; null when nothing is.
    /// </summary>
    public static string? Credential(string json)
    {
        try
        {
            return JsonNode.Parse(json) switch
            {
                JsonObject map
                    when map.FirstOrDefault(p => Credentials.IsName(p.Key)).Key is { } name => name,
                JsonObject map => map.Any(p => Credentials.InUrl(Text(p.Value))) ? "a URL" : null,
                JsonArray list => list.Any(i => Credentials.InUrl(Text(i))) ? "a URL" : null,
                var node => Credentials.InUrl(Text(node)) ? "a URL" : null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The arguments that say a value.</summary>
    public static IEnumerable<CommandLineWord> ToArguments(EngineKey key, string json)
    {
        var node = JsonNode.Parse(json);
        return node switch
        {
            JsonArray list => list.SelectMany(item => Option(key, Text(item))),
            JsonObject map => map.SelectMany(p => Option(key, $"{p.Key}={Text(p.Value)}")),
            _ when key.Kind == EngineKeyKind.Switch && Text(node) == "true" =>
            [
                WindowsCommandLine.Quote("--" + key.Flag),
            ],
            // A switch takes its value with an equals sign alone.
            _ => [WindowsCommandLine.Quote($"--{key.Flag}={Text(node)}")],
        };
    }

    // As the seed writes it: -H npipe://
    private static IEnumerable<CommandLineWord> Option(EngineKey key, string value) =>
        key.Letter is { } letter
            ? [WindowsCommandLine.Quote("-" + letter), WindowsCommandLine.Quote(value)]
            : [WindowsCommandLine.Quote($"--{key.Flag}={value}")];

    private static string Canonical(EngineKey key, string json)
    {
        try
        {
            return JsonNode.Parse(json) switch
            {
                JsonArray list => string.Join('\n', list.Select(i => Normal(key, Text(i)))),
                JsonObject map => string.Join(
                    '\n',
                    map.OrderBy(p => p.Key, StringComparer.Ordinal)
                        .Select(p => $"{p.Key}={Text(p.Value)}")
                ),
                var node => Text(node),
            };
        }
        catch (JsonException)
        {
            return json;
        }
    }

    // moby takes an address without a scheme for tcp (opts/hosts.go).
    private static string Normal(EngineKey key, string item) =>
        key.Name == EngineKeys.Hosts && !item.Contains("://", StringComparison.Ordinal)
            ? "tcp://" + item
            : item;

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : node?.ToJsonString() ?? "null";

    private static JsonObject Map(IReadOnlyList<string> values)
    {
        var map = new JsonObject();
        foreach (var parts in values.Select(v => v.Split('=', 2)))
        {
            map[parts[0]] = parts.Length > 1 ? parts[1] : "";
        }

        return map;
    }
}
