namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Selects nodes: all of its conditions must fit.</summary>
public sealed record NodeSelectorTerm : OpenRecord
{
    /// <summary>Conditions on labels.</summary>
    public IReadOnlyList<SelectorRequirement>? MatchExpressions { get; init; }

    /// <summary>Conditions on fields; only <c>metadata.name</c> is one.</summary>
    public IReadOnlyList<SelectorRequirement>? MatchFields { get; init; }
}
