using System.Collections.Immutable;

namespace Mullion.Simulation.Snapshots;

/// <summary>
/// All that is on a host at a moment, one line an object's field, in order. What Windows itself keeps is left out, by
/// <see cref="WindowsKeeps"/>. Addresses that an interface is still waiting for count as there.
/// </summary>
public sealed class HostSnapshot
{
    private readonly ImmutableSortedDictionary<string, string> _entries;

    private HostSnapshot(ImmutableSortedDictionary<string, string> entries) => _entries = entries;

    /// <summary>What there is, by key.</summary>
    public IReadOnlyDictionary<string, string> Entries => _entries;

    /// <summary>How many objects there are: files, services, rules and so on.</summary>
    public int Objects => _entries.Keys.Select(ObjectOf).Distinct(StringComparer.Ordinal).Count();

    /// <summary>What differs between an earlier snapshot and a later one, by key.</summary>
    public static IReadOnlyList<HostDifference> Diff(HostSnapshot before, HostSnapshot after) =>
        [
            .. before
                ._entries.Keys.Union(after._entries.Keys)
                .Order(StringComparer.Ordinal)
                .Select(k => new HostDifference(
                    k,
                    before._entries.GetValueOrDefault(k),
                    after._entries.GetValueOrDefault(k)
                ))
                .Where(d => d.Before != d.After),
        ];

    /// <summary>What differs from here to a later snapshot.</summary>
    public IReadOnlyList<HostDifference> Diff(HostSnapshot after) => Diff(this, after);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', _entries.Select(e => $"{e.Key} = {e.Value}"));

    internal static HostSnapshot Of(SimulatedHost host)
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, string>(
            StringComparer.Ordinal
        );
        foreach (var (key, value) in SnapshotReader.Read(host))
        {
            if (!WindowsKeeps.Covers(key))
            {
                entries[key] = value;
            }
        }

        return new HostSnapshot(entries.ToImmutable());
    }

    private static string ObjectOf(string key)
    {
        // A path has no slash in it, so the first one ends the object's name.
        var slash = key.IndexOf('/');
        return slash < 0 ? key : key[..slash];
    }
}
