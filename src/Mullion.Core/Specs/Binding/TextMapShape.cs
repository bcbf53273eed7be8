using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>Names that the writer chooses, each with one value.</summary>
/// <param name="what">What messages call one: <c>label</c>.</param>
/// <param name="keyPattern">What a name looks like, for editors.</param>
/// <param name="wrongKey">Why a text is no such name; null for one that is.</param>
internal sealed class TextMapShape(string what, string keyPattern, Func<string, Refusal?> wrongKey)
    : Shape<IReadOnlyDictionary<string, string>>
{
    private static readonly TextShape<string> Value = new("a single value", text => text);

    public override IReadOnlyDictionary<string, string>? Read(YamlNode node, SpecReading reading)
    {
        if (node is not YamlMapping mapping)
        {
            RefuseKind(node, reading, "a mapping of keys to values");
            return null;
        }

        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            if (wrongKey(key.Text) is { } wrong)
            {
                reading.Refuse(key, wrong.Reason, wrong.Fix, showValue: false);
            }

            if (value is YamlScalar { IsNull: true })
            {
                reading.Refuse(
                    value,
                    $"the {what} has no value",
                    "Write \"\" for an empty value; quote a word such as null."
                );
            }
            else if (Value.Read(value, reading) is { } text)
            {
                entries[key.Text] = text;
            }
        }

        return entries;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("propertyNames");
        json.WriteString("pattern", keyPattern);
        json.WriteEndObject();
        json.WriteStartObject("additionalProperties");
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteStringValue("boolean");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
