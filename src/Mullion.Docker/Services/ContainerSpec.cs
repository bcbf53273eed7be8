using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Docker.Services;

/// <summary>The container of a task.</summary>
public sealed record ContainerSpec
{
    /// <summary>Image reference.</summary>
    public string Image { get; init; } = "";

    /// <summary>Replaces the image's entry point.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Arguments of the entry point.</summary>
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Environment, each <c>NAME=value</c>.</summary>
    public IReadOnlyList<string>? Env { get; init; }

    /// <summary>Fields that this client does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
