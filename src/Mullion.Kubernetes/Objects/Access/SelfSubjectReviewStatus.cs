namespace Mullion.Kubernetes.Objects.Access;

/// <summary>Who one is.</summary>
public sealed record SelfSubjectReviewStatus : OpenRecord
{
    /// <summary>Name and groups.</summary>
    public UserInfo? UserInfo { get; init; }
}
