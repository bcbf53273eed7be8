namespace Mullion.Kubernetes.Objects.Access;

/// <summary>A user, as the API server took him for.</summary>
public sealed record UserInfo : OpenRecord
{
    /// <summary>Such as <c>system:bootstrap:abcdef</c>.</summary>
    public string? Username { get; init; }

    /// <summary>His groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
}
