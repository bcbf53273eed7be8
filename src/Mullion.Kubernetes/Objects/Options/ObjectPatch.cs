using System.Text;
using System.Text.Json.Nodes;

namespace Mullion.Kubernetes.Objects.Options;

/// <summary>A change of parts of an object. Its text shows only of which kind it is.</summary>
public sealed class ObjectPatch
{
    private ObjectPatch(string contentType, JsonNode body)
    {
        ContentType = contentType;
        Body = Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <summary>Which kind of patch it is.</summary>
    public string ContentType { get; }

    internal byte[] Body { get; }

    internal bool? IsForced { get; private init; }

    /// <summary>Operations in order, all or none (RFC 6902); <c>test</c> makes them conditional.</summary>
    public static ObjectPatch Json(JsonArray operations) =>
        new("application/json-patch+json", operations);

    /// <summary>Values to set, null to remove; lists are replaced whole (RFC 7386). For every kind.</summary>
    public static ObjectPatch Merge(JsonObject values) =>
        new("application/merge-patch+json", values);

    /// <summary>As <see cref="Merge"/>, with lists merged by their keys where the kind says so. For built-in kinds only.</summary>
    public static ObjectPatch StrategicMerge(JsonObject values) =>
        new("application/strategic-merge-patch+json", values);

    /// <summary>
    /// All fields that the writer (<see cref="WriteOptions.FieldManager"/>) wants; those it wanted before and no more are removed
    /// (server-side apply, from 1.18 on).
    /// </summary>
    /// <param name="wanted">The object with apiVersion and kind.</param>
    /// <param name="isForced">Take fields over from other writers instead of being refused.</param>
    public static ObjectPatch Apply(JsonObject wanted, bool isForced = false) =>
        new("application/apply-patch+yaml", wanted) { IsForced = isForced };

    /// <inheritdoc/>
    public override string ToString() => ContentType;
}
