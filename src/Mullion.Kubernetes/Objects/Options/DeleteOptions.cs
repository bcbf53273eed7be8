using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects.Options;

/// <summary>How something shall be deleted.</summary>
public sealed record DeleteOptions
{
    /// <summary>The kind of this body.</summary>
    [JsonInclude]
    [JsonPropertyOrder(-2)]
    internal string? Kind { get; init; }

    /// <summary>The version of this body.</summary>
    [JsonInclude]
    [JsonPropertyOrder(-1)]
    internal string? ApiVersion { get; init; }

    /// <summary>Seconds that a pod gets to end by itself, 0 for none; null as the pod says.</summary>
    public long? GracePeriodSeconds { get; init; }

    /// <summary>Refused with 409 unless the object is the one that is meant.</summary>
    public Preconditions? Preconditions { get; init; }

    /// <summary>What becomes of objects that it owns: <c>Background</c>, <c>Foreground</c> or <c>Orphan</c>; null as is usual for the kind.</summary>
    public string? PropagationPolicy { get; init; }

    [JsonIgnore]
    internal bool IsEmpty =>
        (GracePeriodSeconds, Preconditions, PropagationPolicy) is (null, null, null);
}
