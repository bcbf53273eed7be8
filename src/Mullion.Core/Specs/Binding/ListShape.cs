using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>A list of values of one shape; may be empty.</summary>
internal sealed class ListShape<T>(Shape<T> item) : Shape<IReadOnlyList<T>>
{
    public override string Example => "[]";

    public override IReadOnlyList<T>? Read(YamlNode node, SpecReading reading)
    {
        if (node is not YamlList list)
        {
            RefuseKind(node, reading, "a list");
            return null;
        }

        var values = new List<T>(list.Items.Count);
        foreach (var entry in list.Items)
        {
            if (item.Read(entry, reading) is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        item.WriteSchema(json);
        json.WriteEndObject();
    }
}
