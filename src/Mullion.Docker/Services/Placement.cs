using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Docker.Services;

/// <summary>Where tasks may run.</summary>
public sealed record Placement
{
    /// <summary>All must hold, such as <c>node.platform.os==windows</c>.</summary>
    public IReadOnlyList<string>? Constraints { get; init; }

    /// <summary>Fields that this client does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
