using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>A mapping with known keys.</summary>
/// <param name="keys">Every key that may stand there.</param>
/// <param name="bind">Makes the value; the reader has complained of unknown and missing keys by then.</param>
internal sealed class ObjectShape<T>(IReadOnlyList<IKey> keys, Func<MappingReader, T> bind)
    : Shape<T>
{
    /// <summary>Further JSON Schema members that say which keys go together.</summary>
    public Action<Utf8JsonWriter>? Rules { get; init; }

    public override T? Read(YamlNode node, SpecReading reading)
    {
        if (node is not YamlMapping mapping)
        {
            RefuseKind(node, reading, "a mapping of keys to values");
            return default;
        }

        var reader = new MappingReader(mapping, reading);
        reader.CheckKeys(keys);
        return bind(reader);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        if (keys.Any(key => key.IsRequired))
        {
            json.WriteStartArray("required");
            foreach (var key in keys.Where(key => key.IsRequired))
            {
                json.WriteStringValue(key.Name);
            }

            json.WriteEndArray();
        }

        Rules?.Invoke(json);
        json.WriteStartObject("properties");
        foreach (var key in keys)
        {
            json.WritePropertyName(key.Name);
            key.WriteSchema(json);
        }

        json.WriteEndObject();
    }
}
