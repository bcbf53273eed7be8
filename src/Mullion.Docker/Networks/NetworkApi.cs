using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Networks;

internal sealed class NetworkApi(DockerConnection connection) : INetworkApi
{
    public Task<IReadOnlyList<DockerNetwork>> ListAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(
            "/networks",
            DockerJson.Default.IReadOnlyListDockerNetwork,
            cancellation
        );
}
