using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>
/// Node labels: any key and value that Docker takes, less what its own <c>--label-add key=value</c> could not write.
/// </summary>
internal sealed class LabelsShape : Shape<IReadOnlyDictionary<string, string>>
{
    private static readonly TextShape<string> Value = new("a single value", text => text);

    public override IReadOnlyDictionary<string, string>? Read(YamlNode node, SpecReading reading)
    {
        if (node is not YamlMapping mapping)
        {
            RefuseKind(node, reading, "a mapping of keys to values");
            return null;
        }

        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            if (WrongKey(key.Text) is { } reason)
            {
                reading.Refuse(key, reason, "Write another key.", showValue: false);
            }

            if (value is YamlScalar { IsNull: true })
            {
                reading.Refuse(
                    value,
                    "the label has no value",
                    "Write \"\" for an empty value; quote a word such as null."
                );
            }
            else if (Value.Read(value, reading) is { } text)
            {
                labels[key.Text] = text;
            }
        }

        return labels;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("propertyNames");
        json.WriteString("pattern", "^[^=\\u0000-\\u001f\\u007f-\\u009f]+$");
        json.WriteEndObject();
        json.WriteStartObject("additionalProperties");
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteStringValue("boolean");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? WrongKey(string key) =>
        key.Length == 0 ? "the label has an empty key"
        : key.Contains('=', StringComparison.Ordinal) ? "a label's key must not contain ="
        : ErrorList.HasControl(key) ? "a label's key must not contain control characters"
        : null;
}
