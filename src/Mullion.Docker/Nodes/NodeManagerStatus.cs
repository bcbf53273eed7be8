namespace Mullion.Docker.Nodes;

/// <summary>A manager's part in the quorum.</summary>
public sealed record NodeManagerStatus
{
    /// <summary>Whether it leads.</summary>
    public bool Leader { get; init; }

    /// <summary><c>unknown</c>, <c>unreachable</c> or <c>reachable</c>.</summary>
    public string? Reachability { get; init; }

    /// <summary><c>address:port</c> where nodes join.</summary>
    public string Addr { get; init; } = "";
}
