namespace Mullion.Kubernetes.Connections;

/// <summary>Which object a Status is about, and why.</summary>
internal sealed record StatusDetails
{
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<StatusCause>? Causes { get; init; }

    public int? RetryAfterSeconds { get; init; }
}
