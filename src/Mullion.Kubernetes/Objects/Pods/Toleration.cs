namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Taints that a pod bears.</summary>
public sealed record Toleration : OpenRecord
{
    /// <summary>Key of the taint; null with <c>Exists</c> means all.</summary>
    public string? Key { get; init; }

    /// <summary><c>Equal</c> (also when null) or <c>Exists</c>.</summary>
    public string? Operator { get; init; }

    /// <summary>Value of the taint.</summary>
    public string? Value { get; init; }

    /// <summary>Effect of the taint; null means all.</summary>
    public string? Effect { get; init; }

    /// <summary>How many seconds it bears a <c>NoExecute</c>; null for ever.</summary>
    public long? TolerationSeconds { get; init; }
}
