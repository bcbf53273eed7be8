namespace Mullion.Core.Specs;

/// <summary>A Docker Swarm and how to reach one of its managers: the <c>orchestrator.swarm</c> section.</summary>
public sealed record SwarmSpec
{
    /// <summary>The Engine API of a manager, as reached from the machine on which Mullion runs.</summary>
    public required ManagerEndpoint Manager { get; init; }

    /// <summary>The certificates for <see cref="Manager"/>; only with <see cref="ManagerScheme.Tcp"/>. Null speaks without TLS.</summary>
    public TlsSpec? Tls { get; init; }

    /// <summary>Where the nodes join, as reached from them; empty takes what the managers advertise.</summary>
    public IReadOnlyList<HostPort> JoinAddresses { get; init; } = [];
}
