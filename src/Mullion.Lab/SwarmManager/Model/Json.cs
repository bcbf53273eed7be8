using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>Reads parts of a spec that may be left out; a value of another type is an error that names the key.</summary>
internal static class Json
{
    public static JsonObject? Child(JsonObject? parent, string key) =>
        parent?[key] switch
        {
            null => null,
            JsonObject child => child,
            var other => throw Wrong(key, "object", other),
        };

    public static string Text(JsonObject? parent, string key) =>
        parent?[key] switch
        {
            null => "",
            JsonValue value when value.GetValueKind() == JsonValueKind.String =>
                value.GetValue<string>(),
            var other => throw Wrong(key, "string", other),
        };

    public static long Number(JsonObject? parent, string key) =>
        parent?[key] switch
        {
            null => 0,
            JsonValue value
                when value.GetValueKind() == JsonValueKind.Number
                    && long.TryParse(
                        value.ToJsonString(),
                        NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out var number
                    ) => number,
            var other => throw Wrong(key, "integer", other),
        };

    /// <summary>A number that Go holds without a sign; anything else is refused in the words of Go's decoder.</summary>
    /// <param name="parent">Where it stands.</param>
    /// <param name="key">Its key.</param>
    /// <param name="field">The decoder's name of it, and its type.</param>
    public static long Unsigned(JsonObject? parent, string key, string field) =>
        parent?[key] switch
        {
            null => 0,
            JsonValue value
                when value.GetValueKind() == JsonValueKind.Number
                    && long.TryParse(
                        value.ToJsonString(),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    ) => number,
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => throw Go(
                $"number {value.ToJsonString()}",
                field
            ),
            var other => throw Go(other.GetValueKind().ToString().ToLowerInvariant(), field),
        };

    public static List<string> Texts(JsonObject? parent, string key) =>
        [
            .. Array(parent, key)
                .Select(item =>
                    item?.GetValueKind() == JsonValueKind.String
                        ? item.GetValue<string>()
                        : throw Wrong(key, "list of strings", item)
                ),
        ];

    public static List<JsonObject> Objects(JsonObject? parent, string key) =>
        [
            .. Array(parent, key)
                .Select(item => item as JsonObject ?? throw Wrong(key, "list of objects", item)),
        ];

    public static Dictionary<string, string> Map(JsonObject? parent, string key) =>
        Child(parent, key)?.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "")
        ?? [];

    private static JsonArray Array(JsonObject? parent, string key) =>
        parent?[key] switch
        {
            null => [],
            JsonArray array => array,
            var other => throw Wrong(key, "list", other),
        };

    private static JsonException Go(string what, string field) =>
        new($"cannot unmarshal {what} into Go struct field {field}");

    private static JsonException Wrong(string key, string wanted, JsonNode? value) =>
        new($"{key}: expected {wanted}, got {value?.ToJsonString() ?? "null"}");
}
