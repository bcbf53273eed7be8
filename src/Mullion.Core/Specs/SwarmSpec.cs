namespace Mullion.Core.Specs;

/// <summary>A Docker Swarm and how to reach its managers: the <c>orchestrator.swarm</c> section.</summary>
public sealed record SwarmSpec : OrchestratorSpec
{
    /// <summary>
    /// The Engine APIs of one or more managers, as reached from the machine on which Mullion runs: each is tried when the
    /// ones before it do not answer.
    /// </summary>
    public required IReadOnlyList<ManagerEndpoint> Managers { get; init; }

    /// <summary>The certificates for those <see cref="Managers"/> that are <see cref="ManagerScheme.Tcp"/>. Null speaks without TLS.</summary>
    public TlsSpec? Tls { get; init; }

    /// <summary>Who logs on to those <see cref="Managers"/> that are <see cref="ManagerScheme.Https"/>; null where none is.</summary>
    public LoginSpec? Login { get; init; }

    /// <summary>Where the nodes join, as reached from them; empty takes what the managers advertise.</summary>
    public IReadOnlyList<HostPort> JoinAddresses { get; init; } = [];

    /// <summary>Docker Enterprise or MKE, if the swarm is one of theirs; null for a plain swarm.</summary>
    public MkeSpec? Mke { get; init; }
}
