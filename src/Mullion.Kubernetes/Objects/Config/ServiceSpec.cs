using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects.Config;

/// <summary>Addresses of a service.</summary>
public sealed record ServiceSpec : OpenRecord
{
    /// <summary><c>ClusterIP</c>, <c>NodePort</c>, <c>LoadBalancer</c> or <c>ExternalName</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Its address inside the cluster, of the service CIDR; <c>None</c> for headless services.</summary>
    [JsonPropertyName("clusterIP")]
    public string? ClusterIp { get; init; }

    /// <summary>The same for each family of addresses.</summary>
    [JsonPropertyName("clusterIPs")]
    public IReadOnlyList<string>? ClusterIps { get; init; }
}
