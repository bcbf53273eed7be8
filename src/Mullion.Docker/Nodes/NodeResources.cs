using System.Text.Json.Serialization;

namespace Mullion.Docker.Nodes;

/// <summary>What a node has.</summary>
public sealed record NodeResources
{
    /// <summary>Processors; one is 1,000,000,000.</summary>
    [JsonPropertyName("NanoCPUs")]
    public long NanoCpus { get; init; }

    /// <summary>Bytes.</summary>
    public long MemoryBytes { get; init; }
}
