using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mullion.Remote.Protocol;

/// <summary>To JSON and back.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = ExecutorJson.Default,
    };

    public static JsonElement Element<T>(T value) =>
        JsonSerializer.SerializeToElement(value, Info<T>());

    /// <summary>A line, with its line feed.</summary>
    public static byte[] Line<T>(T frame) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(frame, Info<T>()), (byte)'\n'];

    /// <summary>Reads a line.</summary>
    /// <exception cref="ExecutorProtocolException">It is none.</exception>
    public static T Read<T>(ReadOnlySpan<byte> line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, Info<T>()) ?? throw Broken("null");
        }
        catch (JsonException e)
        {
            throw Broken(e.Message);
        }
    }

    /// <summary>Reads a body or a result.</summary>
    /// <exception cref="ExecutorProtocolException">It is none.</exception>
    public static T Read<T>(JsonElement? element)
        where T : class
    {
        try
        {
            return element?.Deserialize(Info<T>()) ?? throw Broken($"no {typeof(T).Name}");
        }
        catch (JsonException e)
        {
            throw Broken(e.Message);
        }
    }

    /// <summary>A line that is no message, with the reason.</summary>
    public static ExecutorProtocolException Broken(string reason) =>
        new($"A line is no message of the executor protocol: {reason}");

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
