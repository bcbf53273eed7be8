using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>An answer of the Engine API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Empty when there is no body.</param>
/// <param name="Body">UTF-8.</param>
/// <param name="Routed">False when no path matched: dockerd then leaves its own headers out.</param>
internal sealed record EngineResponse(
    int Status,
    string ContentType,
    byte[] Body,
    bool Routed = true
)
{
    private const string JsonType = "application/json";
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Headers that go with it.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers => Routed ? EngineHeaders.All : [];

    public static EngineResponse Empty { get; } = new(200, "", []);

    public static EngineResponse Text(int status, string text) =>
        new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static EngineResponse Json(JsonNode body, int status = 200)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            body.WriteTo(writer);
        }

        stream.WriteByte((byte)'\n');
        return new EngineResponse(status, JsonType, stream.ToArray());
    }

    public static EngineResponse Error(int status, string message) =>
        Json(new JsonObject { ["message"] = message }, status);
}
