namespace Mullion.Kubernetes.Objects;

/// <summary>A list of objects, or one page of it.</summary>
/// <typeparam name="T">The kind of the objects.</typeparam>
public sealed record ObjectList<T> : OpenRecord
    where T : KubernetesObject
{
    /// <summary>Resource version and continuation.</summary>
    public ListMeta Metadata
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>The objects.</summary>
    public IReadOnlyList<T> Items
    {
        get;
        init => field = value ?? [];
    } = [];
}
