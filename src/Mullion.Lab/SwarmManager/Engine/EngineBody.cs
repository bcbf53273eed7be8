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
            return JsonNode.Parse(request.Body.Span) as JsonObject
                ?? throw new EngineError(400, "json: cannot unmarshal into an object");
        }
        catch (JsonException e)
        {
            throw new EngineError(400, $"invalid JSON: {e.Message}");
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
