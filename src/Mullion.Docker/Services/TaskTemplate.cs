using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Docker.Services;

/// <summary>What a task runs, and where.</summary>
public sealed record TaskTemplate
{
    /// <summary>The container.</summary>
    public ContainerSpec? ContainerSpec { get; init; }

    /// <summary>Where it may run.</summary>
    public Placement? Placement { get; init; }

    /// <summary>Fields that this client does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
