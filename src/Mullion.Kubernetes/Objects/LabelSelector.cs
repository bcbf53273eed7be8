namespace Mullion.Kubernetes.Objects;

/// <summary>Selects objects by their labels; all that it asks for must be so.</summary>
public sealed record LabelSelector : OpenRecord
{
    /// <summary>Labels that must have these values.</summary>
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    /// <summary>Conditions on labels.</summary>
    public IReadOnlyList<SelectorRequirement>? MatchExpressions { get; init; }
}
