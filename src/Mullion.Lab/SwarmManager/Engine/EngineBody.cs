using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>Reads bodies and versions of requests.</summary>
internal static class EngineBody
{
    /// <summary>The body as an object.</summary>
    /// <exception cref="EngineError">Not a JSON object.</exception>
    public static JsonObject Object(EngineRequest request)
    {
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return LastWins(document.RootElement) as JsonObject
                ?? throw new EngineError(400, "json: cannot unmarshal into an object");
        }
        catch (JsonException e)
        {
            throw new EngineError(400, $"invalid JSON: {e.Message}");
        }
    }

    /// <summary>Of a key that comes twice the last one counts, as for Go; a <see cref="JsonNode"/> would refuse it.</summary>
    private static JsonNode? LastWins(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject made = [];
                foreach (var property in element.EnumerateObject())
                {
                    made[property.Name] = LastWins(property.Value);
                }

                return made;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(LastWins)]);
            default:
                return JsonNode.Parse(element.GetRawText());
        }
    }

    /// <summary>The <c>version</c> of an update: the object's index when the client read it.</summary>
    /// <exception cref="EngineError">Missing, or no number.</exception>
    public static ulong Version(EngineRequest request, string kind)
    {
        var text = request.Value("version");
        return ulong.TryParse(
            text,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var version
        )
            ? version
            : throw new EngineError(
                400,
                $"invalid {kind} version '{text}': strconv.ParseUint: parsing \"{text}\": invalid syntax"
            );
    }
}
