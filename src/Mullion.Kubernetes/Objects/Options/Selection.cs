namespace Mullion.Kubernetes.Objects.Options;

/// <summary>Which objects are meant.</summary>
public sealed record Selection
{
    /// <summary>Such as <c>kubernetes.io/os=windows,!example.com/x</c>; null for all.</summary>
    public string? Labels { get; init; }

    /// <summary>Such as <c>spec.nodeName=win-1</c>; null for all.</summary>
    public string? Fields { get; init; }
}
