namespace Mullion.Kubernetes.Objects;

/// <summary>An object with which another is deleted.</summary>
public sealed record OwnerReference : OpenRecord
{
    /// <summary><c>GROUP/VERSION</c> of the owner.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Kind of the owner.</summary>
    public string? Kind { get; init; }

    /// <summary>Name of the owner.</summary>
    public string? Name { get; init; }

    /// <summary>Uid of the owner.</summary>
    public string? Uid { get; init; }

    /// <summary>Whether the owner is the controller that made the object.</summary>
    public bool? Controller { get; init; }
}
