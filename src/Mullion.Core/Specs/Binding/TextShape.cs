using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>A single value, made from its text. Control characters are refused everywhere.</summary>
/// <param name="expected">What is expected, with an article: <c>an IPv4 address</c>.</param>
/// <param name="parse">Makes the value.</param>
internal sealed class TextShape<T>(string expected, Func<string, Parsed<T>> parse) : Shape<T>
{
    /// <summary>A regular expression for editors; the parser decides.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values that are allowed, for editors.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Values as they may be written, for editors.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The text of a value, as the parser takes it.</summary>
    public Func<T, string> Write { get; init; } = value => value?.ToString() ?? "";

    /// <summary>Makes the value of a text, or says why it is none.</summary>
    public Parsed<T> Parse(string text) => parse(text);

    public override string? Example => Choices.Concat(Examples).FirstOrDefault();

    public override T? Read(YamlNode node, SpecReading reading)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            RefuseKind(node, reading, expected);
            return default;
        }

        var parsed = parse(scalar.Text);
        if (parsed.Reason is not null)
        {
            reading.Refuse(node, parsed.Reason, parsed.Fix, showValue: !parsed.IsSecret);
        }
        else if (ErrorList.HasControl(scalar.Text))
        {
            reading.Refuse(
                node,
                "the value contains a control character",
                "Remove it; the value is one line of plain text."
            );
            return default;
        }

        return parsed.Value;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        if (Pattern is not null)
        {
            json.WriteString("pattern", Pattern);
        }

        WriteAll(json, "enum", Choices);
        WriteAll(json, "examples", Examples);
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
