namespace Mullion.Core.Specs;

/// <summary>A proxy for the services of a node: the <c>orchestrator.kubernetes.proxy</c> section.</summary>
public sealed record ProxySpec
{
    /// <summary><c>HTTP_PROXY</c>; null for none.</summary>
    public string? Http { get; init; }

    /// <summary><c>HTTPS_PROXY</c>; null for none.</summary>
    public string? Https { get; init; }

    /// <summary>
    /// What is reached directly: names, suffixes, addresses and networks. The API server, and the cluster's service and pod networks, are added.
    /// </summary>
    public IReadOnlyList<string> NoProxy { get; init; } = [];
}
