namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>A request to the Engine API.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Path">Without the query, with or without <c>/v1.41</c>.</param>
/// <param name="Query">Decoded; the last value of a key.</param>
/// <param name="Body">UTF-8 JSON; empty for none.</param>
internal sealed record EngineRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    ReadOnlyMemory<byte> Body
)
{
    public string Value(string key) => Query.GetValueOrDefault(key, "");

    /// <summary>Go's idea of a true flag in a query: anything but nothing, <c>0</c>, <c>no</c>, <c>false</c>, <c>none</c>.</summary>
    public bool Flag(string key) =>
        Value(key).Trim().ToLowerInvariant() is not ("" or "0" or "no" or "false" or "none");
}
