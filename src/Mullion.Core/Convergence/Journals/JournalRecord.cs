using System.Text.Json.Serialization;
using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Journals;

/// <summary>One line of the journal. It holds no secret.</summary>
public sealed record JournalRecord
{
    /// <summary>The format this version writes. Older ones are read for ever.</summary>
    public const int Format = 1;

    /// <summary>The format it was written in.</summary>
    [JsonPropertyName("v")]
    public int Version { get; init; } = Format;

    /// <summary>1 for the first record of a journal, one more for each that follows.</summary>
    [JsonPropertyName("seq")]
    public long Sequence { get; init; }

    /// <summary>The host's time.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What it tells.</summary>
    public required RecordType Type { get; init; }

    /// <summary>The cluster; on <see cref="RecordType.RunStarted"/>.</summary>
    public string? Cluster { get; init; }

    /// <summary>The node; on <see cref="RecordType.RunStarted"/>.</summary>
    public string? Node { get; init; }

    /// <summary>Digest of the spec; on <see cref="RecordType.RunStarted"/>.</summary>
    public string? SpecDigest { get; init; }

    /// <summary>What the run is for (<c>apply</c>, <c>remove</c>) or how it ended.</summary>
    public string? Note { get; init; }

    /// <summary>The resource's id; on records of a resource.</summary>
    public string? Id { get; init; }

    /// <summary>The resource; on <see cref="RecordType.Prior"/> and <see cref="RecordType.Applied"/>.</summary>
    public Resource? Resource { get; init; }

    /// <summary>What was there before; on <see cref="RecordType.Prior"/>.</summary>
    public Prior? Prior { get; init; }

    /// <summary>The state as read, on <see cref="RecordType.Applied"/>; the state to end in, on <see cref="RecordType.TakingBack"/>.</summary>
    public ResourceState? State { get; init; }
}
