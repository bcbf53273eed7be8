using System.Text.Json.Serialization;

namespace Mullion.Docker.Engine;

/// <summary>An engine's membership of a Swarm, as it sees it itself.</summary>
public sealed record EngineSwarmState
{
    /// <summary>Empty when in none.</summary>
    [JsonPropertyName("NodeID")]
    public string NodeId { get; init; } = "";

    /// <summary>Advertised address, without port.</summary>
    public string NodeAddr { get; init; } = "";

    /// <summary><c>inactive</c>, <c>pending</c>, <c>active</c>, <c>error</c> or <c>locked</c>.</summary>
    public string LocalNodeState { get; init; } = "inactive";

    /// <summary>Whether this engine is a manager and answers for the Swarm.</summary>
    public bool ControlAvailable { get; init; }

    /// <summary>Why the state is <c>error</c>.</summary>
    public string Error
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Managers that the node knows.</summary>
    public IReadOnlyList<RemoteManager> RemoteManagers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The cluster; only managers tell.</summary>
    public ClusterReference? Cluster { get; init; }

    /// <summary>Member of a Swarm, or on the way to be (also when in error).</summary>
    [JsonIgnore]
    public bool IsMember => LocalNodeState != "inactive";
}
