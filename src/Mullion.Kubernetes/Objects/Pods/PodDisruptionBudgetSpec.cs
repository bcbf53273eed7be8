namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Whose pods a budget is about. The numbers, which may be percentages, are in <see cref="OpenRecord.Other"/>.</summary>
public sealed record PodDisruptionBudgetSpec : OpenRecord
{
    /// <summary>Its pods. An empty one is all pods of the namespace in v1 and none in v1beta1.</summary>
    public LabelSelector? Selector { get; init; }
}
