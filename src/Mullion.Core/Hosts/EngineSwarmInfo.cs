namespace Mullion.Core.Hosts;

/// <summary>An engine's part in a swarm (<c>.Swarm</c> of <c>GET /info</c>).</summary>
/// <param name="State"><c>inactive</c>, <c>pending</c>, <c>active</c>, <c>error</c> or <c>locked</c>.</param>
/// <param name="NodeId">Its node id; empty while it has none.</param>
/// <param name="NodeAddress">The address it advertises.</param>
/// <param name="Manager">Whether it is a manager itself.</param>
/// <param name="Error">Why it is not active; empty when it is.</param>
/// <param name="RemoteManagers">Cluster addresses of the managers it knows.</param>
public sealed record EngineSwarmInfo(
    string State,
    string NodeId,
    string NodeAddress,
    bool Manager,
    string Error,
    IReadOnlyList<string> RemoteManagers
);
