using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Conditions on a pod's node.</summary>
public sealed record NodeAffinity : OpenRecord
{
    /// <summary>What its node must be like.</summary>
    [JsonPropertyName("requiredDuringSchedulingIgnoredDuringExecution")]
    public NodeSelector? Required { get; init; }
}
