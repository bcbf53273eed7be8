namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>Keeps pods away that do not tolerate it.</summary>
public sealed record Taint : OpenRecord
{
    /// <summary>Key; with the effect it is unique on a node.</summary>
    public string? Key { get; init; }

    /// <summary>Value; null for none.</summary>
    public string? Value { get; init; }

    /// <summary><c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>.</summary>
    public string? Effect { get; init; }
}
