namespace Mullion.Lab;

/// <summary>All that is on a lab host at a moment.</summary>
/// <param name="Objects">How many objects there are: files, services, rules and so on.</param>
/// <param name="Entries">One entry an object's field; compare them to see what changed.</param>
public sealed record LabSnapshot(int Objects, IReadOnlyDictionary<string, string> Entries)
{
    /// <summary>The keys that differ between this and a later one, in order.</summary>
    public IReadOnlyList<string> Differences(LabSnapshot later) =>
        [
            .. Entries
                .Keys.Union(later.Entries.Keys)
                .Where(k => Entries.GetValueOrDefault(k) != later.Entries.GetValueOrDefault(k))
                .Order(StringComparer.Ordinal),
        ];
}
