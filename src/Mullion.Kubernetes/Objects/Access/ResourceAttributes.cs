namespace Mullion.Kubernetes.Objects.Access;

/// <summary>An action on objects.</summary>
public sealed record ResourceAttributes : OpenRecord
{
    /// <summary><c>get</c>, <c>list</c>, <c>watch</c>, <c>create</c>, <c>update</c>, <c>patch</c>, <c>delete</c>.</summary>
    public string? Verb { get; init; }

    /// <summary>Group; null or empty for the core group.</summary>
    public string? Group { get; init; }

    /// <summary>Plural name, such as <c>nodes</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>Such as <c>eviction</c>.</summary>
    public string? Subresource { get; init; }

    /// <summary>Null or empty for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Null or empty for all.</summary>
    public string? Name { get; init; }
}
