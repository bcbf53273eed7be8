namespace Mullion.Kubernetes.Objects;

/// <summary>What every list has (meta/v1 ListMeta).</summary>
public sealed record ListMeta : OpenRecord
{
    /// <summary>The state that the list shows, from which a watch goes on.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Token with which the next page is asked for; null or empty on the last.</summary>
    public string? Continue { get; init; }

    /// <summary>About how many objects follow after this page.</summary>
    public long? RemainingItemCount { get; init; }
}
