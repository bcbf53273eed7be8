using System.Text.Json.Serialization;

namespace Mullion.Docker.Engine;

/// <summary>The cluster that a manager belongs to.</summary>
public sealed record ClusterReference
{
    /// <summary>25 characters; also the organisation in every node's certificate.</summary>
    [JsonPropertyName("ID")]
    public string Id { get; init; } = "";
}
