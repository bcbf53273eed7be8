using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>What is wanted of a node.</summary>
public sealed record NodeSpec : OpenRecord
{
    /// <summary>The addresses of its pods, such as <c>10.244.1.0/24</c>; null until the controller manager gave some. Never changes.</summary>
    [JsonPropertyName("podCIDR")]
    public string? PodCidr { get; init; }

    /// <summary>The same for each family of addresses.</summary>
    [JsonPropertyName("podCIDRs")]
    public IReadOnlyList<string>? PodCidrs { get; init; }

    /// <summary>The machine's id at the cloud; null outside of clouds.</summary>
    [JsonPropertyName("providerID")]
    public string? ProviderId { get; init; }

    /// <summary>Cordoned: nothing new is placed there.</summary>
    public bool? Unschedulable { get; init; }

    /// <summary>What keeps pods away that do not tolerate it.</summary>
    public IReadOnlyList<Taint>? Taints { get; init; }
}
