using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Core.Resources;

/// <summary>A state as a plain JSON object of strings, in the journal and on the wire.</summary>
public sealed class ResourceStateConverter : JsonConverter<ResourceState>
{
    /// <inheritdoc/>
    public override ResourceState Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A state is an object of strings.");
        }

        var fields = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.GetString()!;
            reader.Read();
            fields.Add(KeyValuePair.Create(field, reader.GetString() ?? ""));
        }

        return new ResourceState(fields);
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer,
        ResourceState value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        foreach (var (field, text) in value)
        {
            writer.WriteString(field, text);
        }

        writer.WriteEndObject();
    }
}
