namespace Mullion.Docker.Nodes;

/// <summary>How the managers see a node.</summary>
public sealed record NodeStatus
{
    /// <summary><c>unknown</c>, <c>down</c>, <c>ready</c> or <c>disconnected</c>.</summary>
    public string State { get; init; } = "unknown";

    /// <summary>Why, such as <c>heartbeat failure</c>.</summary>
    public string? Message { get; init; }

    /// <summary>The address that its connection comes from: behind NAT not the node's own.</summary>
    public string? Addr { get; init; }
}
