using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects;

/// <summary>
/// Part of an object of which Mullion knows only some fields. Whatever else it held when it was read is kept in
/// <see cref="Other"/> and written back, so that an update erases nothing. A field that is null is not written:
/// the API takes null and absence for the same.
/// </summary>
public abstract record OpenRecord
{
    /// <summary>Fields that this client does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
