using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects;

/// <summary>Reads any RFC 3339 time and writes it in exactly the form that a field has.</summary>
internal abstract class WireTime(string format) : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType == JsonTokenType.Null ? null
        : reader.TokenType == JsonTokenType.String
        && DateTimeOffset.TryParse(
            reader.GetString(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
        : throw new JsonException("a time is not in the form of RFC 3339");

    public override void Write(
        Utf8JsonWriter writer,
        DateTimeOffset? value,
        JsonSerializerOptions options
    )
    {
        if (value is { } time)
        {
            writer.WriteStringValue(
                time.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture)
            );
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
