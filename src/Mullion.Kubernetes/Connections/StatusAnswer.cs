using Mullion.Kubernetes.Objects;

namespace Mullion.Kubernetes.Connections;

/// <summary>The kind Status: what the API says of a refusal, or of a deletion.</summary>
internal sealed record StatusAnswer
{
    public string? Kind { get; init; }

    public ListMeta? Metadata { get; init; }

    public string? Message { get; init; }

    public string? Reason { get; init; }

    public StatusDetails? Details { get; init; }

    public int? Code { get; init; }
}
