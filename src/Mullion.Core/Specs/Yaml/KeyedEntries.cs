using System.Diagnostics.CodeAnalysis;

namespace Mullion.Core.Specs.Yaml;

/// <summary>
/// The entries of one mapping as they are read, each key once. Most mappings have a handful of keys, and there are many
/// of them: an index is made only for the few that grow, so that those stay linear, too.
/// </summary>
internal sealed class KeyedEntries
{
    private const int WorthAnIndex = 16;

    private Dictionary<string, YamlEntry>? index;

    public List<YamlEntry> InOrder { get; } = [];

    /// <summary>Adds an entry; false, with the entry that came first, when its key is there already.</summary>
    public bool TryAdd(YamlEntry entry, [NotNullWhen(false)] out YamlEntry? first)
    {
        first = Find(entry.Key.Text);
        if (first is not null)
        {
            return false;
        }

        InOrder.Add(entry);
        if (InOrder.Count == WorthAnIndex)
        {
            index = InOrder.ToDictionary(added => added.Key.Text, StringComparer.Ordinal);
        }
        else
        {
            index?.Add(entry.Key.Text, entry);
        }

        return true;
    }

    private YamlEntry? Find(string key)
    {
        if (index is not null)
        {
            return index.GetValueOrDefault(key);
        }

        foreach (var entry in InOrder)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }
}
