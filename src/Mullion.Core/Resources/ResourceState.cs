using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Mullion.Core.Resources;

/// <summary>
/// What a provider read of a resource: field names and values, ordered by name. The same form is compared, shown in plans,
/// kept in the journal as prior state, and put back from there; so a field that is not here cannot be restored.
/// </summary>
[JsonConverter(typeof(ResourceStateConverter))]
public sealed class ResourceState
    : IEquatable<ResourceState>,
        IEnumerable<KeyValuePair<string, string>>
{
    private readonly ImmutableSortedDictionary<string, string> _fields;

    /// <summary>Makes a state of fields.</summary>
    public ResourceState(IEnumerable<KeyValuePair<string, string>> fields)
    {
        _fields = fields.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Makes a state of fields.</summary>
    public ResourceState(params (string Field, string Value)[] fields)
        : this(fields.Select(f => KeyValuePair.Create(f.Field, f.Value))) { }

    /// <summary>A resource that is there and has no field worth a name.</summary>
    public static ResourceState Empty { get; } = new();

    /// <summary>The names of its fields, in order.</summary>
    public IEnumerable<string> Fields => _fields.Keys;

    /// <summary>A field's value; null when it has none.</summary>
    public string? this[string field] => _fields.GetValueOrDefault(field);

    /// <summary>The same state with one field set, or taken out where the value is null.</summary>
    public ResourceState With(string field, string? value) =>
        new(value is null ? _fields.Remove(field) : _fields.SetItem(field, value));

    /// <inheritdoc/>
    public bool Equals(ResourceState? other) =>
        other is not null
        && _fields.Count == other._fields.Count
        && _fields.SequenceEqual(other._fields);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResourceState);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var field in _fields)
        {
            hash.Add(field);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For people: <c>field=value, …</c>.</summary>
    public override string ToString() =>
        string.Join(", ", _fields.Select(f => $"{f.Key}={f.Value}"));
}
