namespace Mullion.Kubernetes.Objects.Options;

/// <summary>Which object is meant by a name.</summary>
public sealed record Preconditions
{
    /// <summary>The one with this uid.</summary>
    public string? Uid { get; init; }

    /// <summary>As it was at this resource version.</summary>
    public string? ResourceVersion { get; init; }
}
