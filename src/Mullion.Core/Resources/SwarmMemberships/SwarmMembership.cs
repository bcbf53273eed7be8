namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>The engine's membership in a swarm, as a worker.</summary>
public sealed record SwarmMembership : Resource
{
    internal const string KindName = "swarm-membership";

    /// <summary>The secret that holds the join token.</summary>
    public required string TokenSecret { get; init; }

    /// <summary>
    /// The digest of the swarm's root CA that the join token pins (SHA-256, hex). Says which swarm, whatever its addresses.
    /// </summary>
    public required string RootDigest { get; init; }

    /// <summary>Cluster addresses of the managers, in the order they are tried.</summary>
    public required IReadOnlyList<string> Managers { get; init; }

    /// <summary>Where the node listens.</summary>
    public required string ListenAddress { get; init; }

    /// <summary>What it advertises; null to let the engine choose.</summary>
    public string? AdvertiseAddress { get; init; }

    /// <summary>Its address for VXLAN traffic; null to let the engine choose.</summary>
    public string? DataPathAddress { get; init; }

    /// <summary>Its availability when it is first registered; a later change by anybody is respected.</summary>
    public required string Availability { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"worker in the swarm {Name}";
}
