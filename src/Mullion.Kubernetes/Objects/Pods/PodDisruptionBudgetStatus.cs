namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>How many pods of a budget may go now; numbers of pods.</summary>
public sealed record PodDisruptionBudgetStatus : OpenRecord
{
    /// <summary>The generation that the numbers are about; until the controller has seen a new budget, every eviction is refused.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>How many may go now.</summary>
    public int? DisruptionsAllowed { get; init; }

    /// <summary>How many are healthy.</summary>
    public int? CurrentHealthy { get; init; }

    /// <summary>How many must be.</summary>
    public int? DesiredHealthy { get; init; }

    /// <summary>How many there should be.</summary>
    public int? ExpectedPods { get; init; }
}
