using System.Diagnostics.CodeAnalysis;

namespace Mullion.Core.Specs.Yaml;

/// <summary>Keys and values in the order of the file; no key twice.</summary>
internal sealed record YamlMapping(
    IReadOnlyList<YamlEntry> Entries,
    YamlPath Path,
    int Line,
    int Column
) : YamlNode(Path, Line, Column)
{
    public override string Kind => "a mapping of keys to values";

    /// <summary>Looks a key up. Linear: the mappings that are looked into have a handful of keys.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out YamlEntry? entry)
    {
        foreach (var candidate in Entries)
        {
            if (candidate.Key.Text == key)
            {
                entry = candidate;
                return true;
            }
        }

        entry = null;
        return false;
    }
}
