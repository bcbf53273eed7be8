namespace Mullion.Docker.Tasks;

/// <summary>Which tasks to list: those that match one value of each list that is not empty.</summary>
public sealed record TaskFilter
{
    /// <summary>Ids or names of nodes.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = [];

    /// <summary>Ids or names of services.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary><c>running</c>, <c>shutdown</c> or <c>accepted</c>.</summary>
    public IReadOnlyList<string> DesiredStates { get; init; } = [];
}
