namespace Mullion.Docker.Swarm;

/// <summary>How an engine joins a Swarm. Not a record: it carries the token and must not print it.</summary>
public sealed class SwarmJoinRequest
{
    /// <summary><c>address:port</c> to listen on, should the node become a manager.</summary>
    public string ListenAddr { get; init; } = "0.0.0.0:2377";

    /// <summary><c>address[:port]</c> told to others; null lets the engine choose, which fails with several addresses.</summary>
    public string? AdvertiseAddr { get; init; }

    /// <summary>Address or interface for VXLAN; null is the advertised one. Windows overlays ignore it.</summary>
    public string? DataPathAddr { get; init; }

    /// <summary>Managers, <c>host:port</c>.</summary>
    public required IReadOnlyList<string> RemoteAddrs { get; init; }

    /// <summary>The token; it decides the role.</summary>
    public required string JoinToken { get; init; }

    /// <summary><c>active</c>, <c>pause</c> or <c>drain</c>; used only when the node object is made.</summary>
    public string? Availability { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"join {string.Join(", ", RemoteAddrs)}";
}
