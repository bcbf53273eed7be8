using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>One value, or a list of one or more different ones.</summary>
/// <param name="what">What errors call a value: <c>manager</c>.</param>
/// <param name="item">The shape of each.</param>
internal sealed class OneOrMoreShape<T>(string what, Shape<T> item) : Shape<IReadOnlyList<T>>
{
    public override string? Example => item.Example;

    public override IReadOnlyList<T>? Read(YamlNode node, SpecReading reading)
    {
        IReadOnlyList<YamlNode> written = node is YamlList list ? list.Items : [node];
        if (written.Count == 0)
        {
            reading.Refuse(node, "the list is empty", $"Write at least one {what}.");
        }

        var values = new List<T>(written.Count);
        foreach (var one in written)
        {
            if (item.Read(one, reading) is { } value)
            {
                values.Add(value);
                reading.Claim(what, value.ToString()!, one, $"Write each {what} once.");
            }
        }

        // With some missing, what depends on all of them could not be judged.
        return values.Count > 0 && values.Count == written.Count ? values : null;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        item.WriteSchema(json);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WriteNumber("minItems", 1);
        json.WriteBoolean("uniqueItems", true);
        json.WriteStartObject("items");
        item.WriteSchema(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
