using System.Text.Json;

namespace Mullion.Docker.Json;

/// <summary>Query strings of the Engine API, whose filters are a JSON object of lists.</summary>
internal static class QueryString
{
    /// <summary><c>?a=1&amp;b=2</c> of what is not null; empty when all is null.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var pairs = new List<string>();
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                pairs.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    /// <summary>The value of <c>filters</c>; null when nothing is filtered.</summary>
    public static string? Filters(
        params ReadOnlySpan<(string Name, IReadOnlyList<string> Values)> filters
    )
    {
        var map = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, values) in filters)
        {
            if (values.Count > 0)
            {
                map[name] = values;
            }
        }

        return map.Count == 0
            ? null
            : JsonSerializer.Serialize(
                map,
                DockerJson.Default.IReadOnlyDictionaryStringIReadOnlyListString
            );
    }

    /// <summary>A flag: <c>true</c>, or nothing.</summary>
    public static string? Flag(bool value) => value ? "true" : null;
}
