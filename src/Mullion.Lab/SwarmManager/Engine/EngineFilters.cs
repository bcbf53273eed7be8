using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>The <c>filters</c> of a list: keys with values, of which one must match each.</summary>
internal sealed class EngineFilters
{
    private readonly Dictionary<string, HashSet<string>> values = [];

    /// <summary>Reads the query.</summary>
    /// <exception cref="EngineError">No JSON, or a key that the list does not know.</exception>
    public static EngineFilters Read(EngineRequest request, params ReadOnlySpan<string> known)
    {
        var filters = new EngineFilters();
        var text = request.Value("filters");
        if (text.Length == 0)
        {
            return filters;
        }

        foreach (var (key, value) in Parse(text))
        {
            if (!known.Contains(key))
            {
                throw new EngineError(400, $"Invalid filter '{key}'");
            }

            // Old clients send {"id":["a"]}, newer ones {"id":{"a":true}}.
            filters.values[key] = value switch
            {
                JsonArray array => [.. array.Select(item => item?.ToString() ?? "")],
                JsonObject map => [.. map.Select(pair => pair.Key)],
                _ => throw new EngineError(400, "invalid filter"),
            };
        }

        return filters;
    }

    /// <summary>The values of a key; empty when it is not filtered by.</summary>
    public IReadOnlySet<string> this[string key] =>
        values.TryGetValue(key, out var found) ? found : new HashSet<string>();

    public bool Allow(string key, Func<string, bool> matches) =>
        !values.TryGetValue(key, out var found) || found.Count == 0 || found.Any(matches);

    /// <summary><c>key</c> or <c>key=value</c>, all of which must be there.</summary>
    public bool AllowLabels(string key, IReadOnlyDictionary<string, string> labels) =>
        this[key]
            .All(wanted =>
                wanted.Split('=', 2) is [var name, var value]
                    ? labels.GetValueOrDefault(name) == value
                    : labels.ContainsKey(wanted)
            );

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject
                ?? throw new EngineError(400, "invalid filter");
        }
        catch (JsonException)
        {
            throw new EngineError(
                500,
                $"invalid character '{text[0]}' looking for beginning of value"
            );
        }
    }
}
