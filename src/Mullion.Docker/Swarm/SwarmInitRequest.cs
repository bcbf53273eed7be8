namespace Mullion.Docker.Swarm;

/// <summary>How to make a Swarm.</summary>
public sealed record SwarmInitRequest
{
    /// <summary><c>address:port</c> to listen on.</summary>
    public string ListenAddr { get; init; } = "0.0.0.0:2377";

    /// <summary><c>address[:port]</c> told to others; null lets the engine choose, which fails with several addresses.</summary>
    public string? AdvertiseAddr { get; init; }

    /// <summary>Address or interface for VXLAN; null is the advertised one.</summary>
    public string? DataPathAddr { get; init; }

    /// <summary>Whether to make a new Swarm over a broken one.</summary>
    public bool ForceNewCluster { get; init; }
}
