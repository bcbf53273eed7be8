namespace Mullion.Simulation.Engine;

/// <summary>The engine's <c>swarm\docker-state.json</c>, field by field as moby writes it (daemon/cluster/noderunner.go).</summary>
internal sealed record SwarmNodeState
{
    public string LocalAddr { get; init; } = "";

    public string RemoteAddr { get; init; } = "";

    public string ListenAddr { get; init; } = "";

    public string AdvertiseAddr { get; init; } = "";

    public string DataPathAddr { get; init; } = "";

    public IReadOnlyList<string>? DefaultAddressPool { get; init; }

    public int SubnetSize { get; init; }

    public int DataPathPort { get; init; }

    /// <summary>True from the start of a join until the node is ready; the join token is never written.</summary>
    public bool JoinInProgress { get; init; }
}
