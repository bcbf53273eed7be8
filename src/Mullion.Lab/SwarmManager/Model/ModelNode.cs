using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>A node as the manager keeps it. Touched only under the model's lock.</summary>
internal sealed class ModelNode
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required NodeRole Role { get; init; }

    public ulong Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string Name { get; set; } = "";

    public Dictionary<string, string> Labels { get; set; } = [];

    public NodeAvailability Availability { get; set; }

    public NodeState State { get; set; }

    public string StateMessage { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>Null until the first session.</summary>
    public NodeFacts? Facts { get; set; }

    public DateTimeOffset LastHeartbeat { get; set; }

    /// <summary>Alive without heartbeats: the manager's own node, and sessions in memory.</summary>
    public bool HeartbeatImplied { get; set; }

    /// <summary>Null when no session stands, or when the manager has forgotten it.</summary>
    public string? Session { get; set; }

    public DateTimeOffset RegisteredAt { get; set; }

    public int RegistrationAttempts { get; set; }

    public byte[] Csr { get; set; } = [];

    public byte[] Certificate { get; set; } = [];

    public IssuanceState Issuance { get; set; }

    public string IssuanceError { get; set; } = "";

    /// <summary>Its address on the ingress network, such as <c>10.0.0.3/24</c>.</summary>
    public required string IngressAddress { get; init; }

    public bool IsManager => Role == NodeRole.Manager;
}
