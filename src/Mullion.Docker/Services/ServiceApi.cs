using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Services;

internal sealed class ServiceApi(DockerConnection connection) : IServiceApi
{
    public Task<IReadOnlyList<SwarmService>> ListAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(
            "/services",
            DockerJson.Default.IReadOnlyListSwarmService,
            cancellation
        );

    public async Task<string> CreateAsync(
        ServiceSpec spec,
        CancellationToken cancellation = default
    )
    {
        var answer = await connection.PostAsync(
            "/services/create",
            spec,
            DockerJson.Default.ServiceSpec,
            DockerJson.Default.IdAnswer,
            cancellation
        );
        return answer.Id;
    }

    public Task<SwarmService> InspectAsync(string id, CancellationToken cancellation = default) =>
        connection.GetAsync(Path(id), DockerJson.Default.SwarmService, cancellation);

    public Task DeleteAsync(string id, CancellationToken cancellation = default) =>
        connection.DeleteAsync(Path(id), cancellation);

    private static string Path(string id) => $"/services/{Uri.EscapeDataString(id)}";
}
