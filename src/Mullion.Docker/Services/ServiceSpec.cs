using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Docker.Services;

/// <summary>What is wanted of a service. What Mullion does not know survives in <see cref="Other"/>.</summary>
public sealed record ServiceSpec
{
    /// <summary>Unique in the Swarm.</summary>
    public string Name { get; init; } = "";

    /// <summary>Labels of the service object.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>What each task runs, and where.</summary>
    public TaskTemplate TaskTemplate
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>How many tasks.</summary>
    public ServiceMode Mode
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>Fields that this client does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
