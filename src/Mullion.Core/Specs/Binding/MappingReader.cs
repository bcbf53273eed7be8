using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>Reads declared keys from one mapping and knows where each stands.</summary>
internal sealed class MappingReader(YamlMapping mapping, SpecReading reading)
{
    public SpecReading Reading => reading;

    /// <summary>Complains of keys that nobody knows and of required ones that are not there.</summary>
    public void CheckKeys(IReadOnlyList<IKey> known)
    {
        foreach (var entry in mapping.Entries)
        {
            if (!IsKnown(entry.Key.Text, known))
            {
                reading.RefuseUnknown(
                    entry,
                    Suggestion.For(entry.Key.Text, [.. known.Select(key => key.Name)])
                );
            }
        }

        foreach (var key in known)
        {
            if (key.IsRequired)
            {
                Require(key);
            }
        }
    }

    /// <summary>Complains of a key that is not there.</summary>
    public void Require(IKey key)
    {
        if (!Has(key))
        {
            reading.RefuseMissing(mapping, key.Name, key.HowToAdd);
        }
    }

    /// <summary>The value of a key; the key's default where it is not there, the type's where it is wrong.</summary>
    public T? Get<T>(Key<T> key) =>
        mapping.TryGet(key.Name, out var entry)
            ? key.Shape.Read(entry.Value, reading)
            : key.Default;

    /// <summary>Whether the key stands there, right or wrong.</summary>
    public bool Has(IKey key) => mapping.TryGet(key.Name, out _);

    /// <summary>Notes an error about the value of a key, which is there.</summary>
    public void Refuse(IKey key, string reason, string fix, bool showValue = true) =>
        reading.Refuse(NodeOf(key), reason, fix, showValue);

    /// <summary>Notes an error about the mapping as a whole.</summary>
    public void Refuse(string reason, string fix) => reading.Refuse(mapping, reason, fix);

    /// <summary>Notes an error unless the value of the key is the first of its kind in the file; ignores a missing one.</summary>
    public void Claim(IKey key, string what, string? value, string fix)
    {
        if (value is not null && Has(key))
        {
            reading.Claim(what, value, NodeOf(key), fix);
        }
    }

    private static bool IsKnown(string name, IReadOnlyList<IKey> known)
    {
        foreach (var key in known)
        {
            if (key.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private YamlNode NodeOf(IKey key) =>
        mapping.TryGet(key.Name, out var entry) ? entry.Value : mapping;
}
