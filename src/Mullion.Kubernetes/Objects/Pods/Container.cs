namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>A container of a pod.</summary>
public sealed record Container : OpenRecord
{
    /// <summary>Unique in its pod.</summary>
    public string? Name { get; init; }

    /// <summary>Reference of its image.</summary>
    public string? Image { get; init; }
}
