namespace Mullion.Docker.Nodes;

/// <summary>Which nodes to list: those that match one value of each list that is not empty.</summary>
public sealed record NodeFilter
{
    /// <summary>Ids, or beginnings of ids.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Host names, or beginnings of them: compare again with what comes back.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary><c>worker</c>, <c>manager</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
