using System.Text.Json.Serialization;
using Mullion.Docker.Json;

namespace Mullion.Docker.Services;

/// <summary>A service of a Swarm.</summary>
public sealed record SwarmService
{
    /// <summary>25 characters.</summary>
    [JsonPropertyName("ID")]
    public string Id { get; init; } = "";

    /// <summary>To be named by an update.</summary>
    public ObjectVersion Version { get; init; } = new(0);

    /// <summary>What is wanted.</summary>
    public ServiceSpec Spec { get; init; } = new();
}
