namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Selects nodes: one of the terms must fit.</summary>
public sealed record NodeSelector : OpenRecord
{
    /// <summary>Of which one must fit.</summary>
    public IReadOnlyList<NodeSelectorTerm>? NodeSelectorTerms { get; init; }
}
