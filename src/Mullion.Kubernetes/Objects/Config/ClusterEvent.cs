using System.Text.Json.Serialization;
using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Config;

/// <summary>Something that happened to an object (the kind Event of the core group).</summary>
public sealed record ClusterEvent : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        ObjectKind.Core("Event", "events", isNamespaced: true);

    /// <summary>To which object.</summary>
    public ObjectReference? InvolvedObject { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What, as one word for programs.</summary>
    public string? Reason { get; init; }

    /// <summary>What, for people.</summary>
    public string? Message { get; init; }

    /// <summary>How often.</summary>
    public int? Count { get; init; }

    /// <summary>The last time it happened.</summary>
    [JsonConverter(typeof(SecondsTime))]
    public DateTimeOffset? LastTimestamp { get; init; }
}
