namespace Mullion.Lab.SwarmManager;

/// <summary>Where a simulated Swarm manager listens, and what it is.</summary>
public sealed record SimulatedSwarmManagerOptions
{
    /// <summary>Path of the unix socket for its Engine API. A socket there that nobody listens on is replaced.</summary>
    public required string EngineSocket { get; init; }

    /// <summary>Where workers join: a loopback address and port; port 0 takes a free one.</summary>
    public string ClusterAddress { get; init; } = "127.0.0.1:0";

    /// <summary>The clock of heartbeats, restarts and certificates.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How often workers must report; after three times that silence a node is Down.</summary>
    public TimeSpan HeartbeatPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The manager's own computer name.</summary>
    public string Hostname { get; init; } = "sim-manager";
}
