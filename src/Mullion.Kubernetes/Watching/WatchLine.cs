using System.Text.Json;

namespace Mullion.Kubernetes.Watching;

/// <summary>One event of a watch as it is on the wire.</summary>
internal sealed record WatchLine
{
    /// <summary><c>ADDED</c>, <c>MODIFIED</c>, <c>DELETED</c>, <c>BOOKMARK</c> or <c>ERROR</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The object, or the Status of an error.</summary>
    public JsonElement Object { get; init; }
}
