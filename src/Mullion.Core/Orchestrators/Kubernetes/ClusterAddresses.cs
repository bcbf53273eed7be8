namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>The addresses of a Kubernetes cluster; null where it does not tell.</summary>
/// <param name="ServiceCidrs">Networks of services, one for each family.</param>
/// <param name="PodCidrs">Networks of pods, one for each family, of which each node gets a part.</param>
/// <param name="DnsAddress">The service that answers pods' names.</param>
/// <param name="DnsDomain">The domain of its names, such as <c>cluster.local</c>.</param>
public sealed record ClusterAddresses(
    IReadOnlyList<string> ServiceCidrs,
    IReadOnlyList<string> PodCidrs,
    string? DnsAddress,
    string? DnsDomain
);
