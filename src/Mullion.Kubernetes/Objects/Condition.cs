using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects;

/// <summary>One aspect of an object's state.</summary>
public sealed record Condition : OpenRecord
{
    /// <summary>Which aspect, such as <c>Ready</c> or <c>Approved</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>; null in version v1beta1 of certificate signing requests.</summary>
    public string? Status { get; init; }

    /// <summary>Why, as one word for programs.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Message { get; init; }

    /// <summary>Since when it is so.</summary>
    [JsonConverter(typeof(SecondsTime))]
    public DateTimeOffset? LastTransitionTime { get; init; }
}
