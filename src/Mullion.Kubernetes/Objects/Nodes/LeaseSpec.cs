using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>Who holds a lease and how long.</summary>
public sealed record LeaseSpec : OpenRecord
{
    /// <summary>The node's name.</summary>
    public string? HolderIdentity { get; init; }

    /// <summary>Seconds after which it counts as not renewed.</summary>
    public int? LeaseDurationSeconds { get; init; }

    /// <summary>When it was renewed last.</summary>
    [JsonConverter(typeof(MicrosecondsTime))]
    public DateTimeOffset? RenewTime { get; init; }
}
