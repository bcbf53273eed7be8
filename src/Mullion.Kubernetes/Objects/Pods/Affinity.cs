namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Finer conditions on where a pod may be placed.</summary>
public sealed record Affinity : OpenRecord
{
    /// <summary>Conditions on its node.</summary>
    public NodeAffinity? NodeAffinity { get; init; }
}
