using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Journals;

/// <summary>
/// What a converger writes to, ahead of its changes: the file on the host, or the same file from afar.
/// </summary>
public interface IJournal
{
    /// <summary>What Mullion owns, as the records so far tell.</summary>
    Inventory Inventory { get; }

    /// <summary>Adds a record; it is on the disk when the call returns.</summary>
    Task AddAsync(JournalRecord record);

    /// <summary>Writes what was there before the first change to a resource.</summary>
    Task PriorAsync(Resource resource, Prior prior) =>
        AddAsync(
            new JournalRecord
            {
                Type = RecordType.Prior,
                Id = resource.Id,
                Resource = resource,
                Prior = prior,
            }
        );

    /// <summary>Writes that a resource is as wanted.</summary>
    Task AppliedAsync(Resource resource, ResourceState? state) =>
        AddAsync(
            new JournalRecord
            {
                Type = RecordType.Applied,
                Id = resource.Id,
                Resource = resource,
                State = state,
            }
        );

    /// <summary>Writes what a resource is to be when it has been taken back, before that begins.</summary>
    Task TakingBackAsync(string id, ResourceState? target) =>
        AddAsync(
            new JournalRecord
            {
                Type = RecordType.TakingBack,
                Id = id,
                State = target,
            }
        );

    /// <summary>Writes that a resource is as it was before.</summary>
    Task TakenBackAsync(string id) =>
        AddAsync(new JournalRecord { Type = RecordType.TakenBack, Id = id });

    /// <summary>Writes that a resource was left to others, and why.</summary>
    Task LeftAsync(string id, string why) =>
        AddAsync(
            new JournalRecord
            {
                Type = RecordType.Left,
                Id = id,
                Note = why,
            }
        );
}
