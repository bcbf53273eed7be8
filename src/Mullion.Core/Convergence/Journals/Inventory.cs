using System.Collections.Immutable;

namespace Mullion.Core.Convergence.Journals;

/// <summary>What Mullion owns on a host, as the journal tells.</summary>
public sealed record Inventory
{
    /// <summary>Nothing: the host knows no Mullion.</summary>
    public static Inventory Empty { get; } = new();

    /// <summary>The cluster the host belongs to; null when it belongs to none.</summary>
    public string? Cluster { get; init; }

    /// <summary>The node the host is; null when it is none.</summary>
    public string? Node { get; init; }

    /// <summary>Digest of the spec last applied.</summary>
    public string? SpecDigest { get; init; }

    /// <summary>How the last run ended; null while it has not.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>Owned resources by id.</summary>
    public ImmutableSortedDictionary<string, OwnedResource> Resources { get; init; } =
        ImmutableSortedDictionary.Create<string, OwnedResource>(StringComparer.Ordinal);

    /// <summary>Resources that were Mullion's and were left to others.</summary>
    public ImmutableSortedDictionary<string, LeftResource> Left { get; init; } =
        ImmutableSortedDictionary.Create<string, LeftResource>(StringComparer.Ordinal);

    /// <summary>Ids that the node has had in its cluster.</summary>
    public ImmutableSortedSet<string> NodeIds { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>True once everything was taken back.</summary>
    public bool Closed { get; init; }

    /// <summary>The owned resource of an id; null when Mullion does not own it.</summary>
    public OwnedResource? this[string id] => Resources.GetValueOrDefault(id);

    /// <summary>
    /// True from when a run was told to stop before its end until one comes to its end: what an administrator changes in between
    /// is meant, not drift. A run that goes on and is broken off does not make it drift.
    /// </summary>
    public bool Stopped { get; init; }

    /// <summary>The inventory after one more record.</summary>
    public Inventory After(JournalRecord record) =>
        record.Type switch
        {
            // After a tombstone whose journal outlived it, a new life begins.
            RecordType.RunStarted => (Closed ? Empty : this) with
            {
                Cluster = record.Cluster,
                Node = record.Node,
                SpecDigest = record.SpecDigest ?? SpecDigest,
                LastOutcome = null,
            },
            RecordType.RunEnded => this with
            {
                LastOutcome = record.Note,
                Stopped =
                    record.Note?.StartsWith(RunOutcome.StoppedPrefix, StringComparison.Ordinal)
                        == true
                    || (Stopped && record.Note != RunOutcome.Done),
            },
            RecordType.Prior => this with
            {
                Resources = Resources.SetItem(
                    record.Id!,
                    new OwnedResource(record.Resource!, record.Prior!, Confirmed: false, null)
                ),
                Left = Left.Remove(record.Id!),
            },
            RecordType.Applied when this[record.Id!] is { } owned => this with
            {
                Resources = Resources.SetItem(
                    record.Id!,
                    owned with
                    {
                        Resource = record.Resource!,
                        Confirmed = true,
                        Applied = record.State,
                    }
                ),
                NodeIds = record.State?["nodeId"] is { } id ? NodeIds.Add(id) : NodeIds,
            },
            RecordType.TakingBack when this[record.Id!] is { } owned => this with
            {
                Resources = Resources.SetItem(
                    record.Id!,
                    owned with
                    {
                        Prior = owned.Prior with { State = record.State },
                        Confirmed = false,
                        Applied = null,
                    }
                ),
            },
            RecordType.TakenBack => this with { Resources = Resources.Remove(record.Id!) },
            RecordType.Left => this with
            {
                Resources = Resources.Remove(record.Id!),
                Left = Left.SetItem(
                    record.Id!,
                    new LeftResource(this[record.Id!]?.Resource, record.Note ?? "")
                ),
            },
            RecordType.Tombstone => this with { Closed = true },
            _ => this,
        };
}
