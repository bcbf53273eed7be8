namespace Mullion.Lab.SwarmManager.Model;

/// <summary>How a simulated swarm is set up.</summary>
public sealed record SwarmModelOptions
{
    /// <summary>The clock of everything that takes time: heartbeats, restarts, certificates.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The root CA; a new one when left out. Sharing one saves about a millisecond in each of many runs.</summary>
    public ClusterAuthority? Authority { get; init; }

    /// <summary>Makes ids and token secrets repeatable; random when left out.</summary>
    public int? Seed { get; init; }

    /// <summary>The manager's own computer name.</summary>
    public string Hostname { get; init; } = "sim-manager";

    /// <summary>Where the manager says workers reach it, <c>host:port</c>.</summary>
    public string ClusterAddress { get; init; } = "10.0.0.5:2377";

    /// <summary>How often workers must report; after three times that silence a node is Down.</summary>
    public TimeSpan HeartbeatPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The engine version that the manager claims; clients negotiate by the API version, 1.41.</summary>
    public string EngineVersion { get; init; } = "20.10.24+simulated";
}
