using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Engine;

internal sealed class EngineApi(DockerConnection connection) : IEngineApi
{
    public async Task<EnginePing> PingAsync(CancellationToken cancellation = default)
    {
        using var response = await connection.SendUnversionedAsync(
            HttpMethod.Get,
            "/_ping",
            cancellation
        );
        return new EnginePing(Value("Api-Version"), Value("OSType"), Value("Swarm"));

        string? Value(string header) =>
            response.Headers.TryGetValues(header, out var values) ? values.First() : null;
    }

    public Task<EngineInfo> InfoAsync(CancellationToken cancellation = default) =>
        connection.GetAsync("/info", DockerJson.Default.EngineInfo, cancellation);

    public Task<EngineVersion> VersionAsync(CancellationToken cancellation = default) =>
        connection.GetAsync("/version", DockerJson.Default.EngineVersion, cancellation);
}
