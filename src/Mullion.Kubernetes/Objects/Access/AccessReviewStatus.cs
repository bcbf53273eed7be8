namespace Mullion.Kubernetes.Objects.Access;

/// <summary>Whether one may.</summary>
public sealed record AccessReviewStatus : OpenRecord
{
    /// <summary>One may.</summary>
    public bool Allowed { get; init; }

    /// <summary>Why; null when the server says nothing.</summary>
    public string? Reason { get; init; }
}
