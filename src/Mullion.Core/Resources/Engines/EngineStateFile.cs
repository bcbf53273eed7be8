using System.Text.Json;
using System.Text.Json.Serialization;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// What an engine keeps of its place in a swarm (moby's <c>swarm\docker-state.json</c>): the only place that tells the listen and
/// data-path addresses of a join.
/// </summary>
internal sealed record EngineStateFile(
    [property: JsonPropertyName("ListenAddr")] string? ListenAddress,
    [property: JsonPropertyName("AdvertiseAddr")] string? AdvertiseAddress,
    [property: JsonPropertyName("DataPathAddr")] string? DataPathAddress
)
{
    public static EngineStateFile? Find(IHostFiles files, string dataRoot)
    {
        var path = dataRoot + @"\swarm\docker-state.json";
        if (files.Find(path) is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(
                files.ReadAllBytes(path),
                EngineJson.Default.EngineStateFile
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
