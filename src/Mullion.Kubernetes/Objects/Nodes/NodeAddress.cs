namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>An address or a name of a node.</summary>
public sealed record NodeAddress : OpenRecord
{
    /// <summary><c>InternalIP</c>, <c>ExternalIP</c>, <c>Hostname</c>, <c>InternalDNS</c> or <c>ExternalDNS</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The address or name.</summary>
    public string? Address { get; init; }
}
