using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>How a pod is.</summary>
public sealed record PodStatus : OpenRecord
{
    /// <summary><c>Pending</c>, <c>Running</c>, <c>Succeeded</c>, <c>Failed</c> or <c>Unknown</c>.</summary>
    public string? Phase { get; init; }

    /// <summary><c>Ready</c>, <c>PodScheduled</c>, <c>DisruptionTarget</c> and others.</summary>
    public IReadOnlyList<Condition>? Conditions { get; init; }

    /// <summary>Address of its node.</summary>
    [JsonPropertyName("hostIP")]
    public string? HostIp { get; init; }

    /// <summary>Its own address.</summary>
    [JsonPropertyName("podIP")]
    public string? PodIp { get; init; }
}
