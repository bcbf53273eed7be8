namespace Mullion.Kubernetes.Discovery;

/// <summary>What can be found at one path.</summary>
internal sealed record ApiResource
{
    /// <summary>Plural, or <c>PLURAL/SUBRESOURCE</c>.</summary>
    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public bool Namespaced { get; init; }

    /// <summary>Where a subresource's kind is of another group and version.</summary>
    public string? Version { get; init; }
}
