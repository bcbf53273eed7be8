namespace Mullion.Kubernetes.Objects.Config;

/// <summary>Names an object.</summary>
public sealed record ObjectReference : OpenRecord
{
    /// <summary>Its kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Its namespace; null for objects of the whole cluster.</summary>
    public string? Namespace { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its uid.</summary>
    public string? Uid { get; init; }
}
