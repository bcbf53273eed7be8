using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker;

/// <summary>What a worker needs to join a Swarm. Not a record: it carries the token and must not print it.</summary>
public sealed class JoinRequest
{
    /// <summary>Managers to ask, one after the other until one answers.</summary>
    public required IReadOnlyList<ManagerAddress> Managers { get; init; }

    /// <summary>The join token.</summary>
    public required JoinToken Token { get; init; }

    /// <summary>Availability of the new node object; later it is the Swarm's to change.</summary>
    public WorkerAvailability Availability { get; init; } = WorkerAvailability.Active;

    /// <summary>How long to wait for the certificate once it was asked for; default 30 s.</summary>
    public TimeSpan CertificateTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public override string ToString() => $"join {string.Join(", ", Managers)}";
}
