namespace Mullion.Kubernetes.Objects.Access;

/// <summary>What one would like to do.</summary>
public sealed record AccessReviewSpec : OpenRecord
{
    /// <summary>With which objects.</summary>
    public ResourceAttributes? ResourceAttributes { get; init; }
}
