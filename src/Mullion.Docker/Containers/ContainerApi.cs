using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Containers;

internal sealed class ContainerApi(DockerConnection connection) : IContainerApi
{
    public Task<IReadOnlyList<ContainerSummary>> ListAsync(
        bool all = false,
        CancellationToken cancellation = default
    ) =>
        connection.GetAsync(
            "/containers/json" + QueryString.Of(("all", QueryString.Flag(all))),
            DockerJson.Default.IReadOnlyListContainerSummary,
            cancellation
        );

    public Task<ContainerDetails> InspectAsync(
        string id,
        CancellationToken cancellation = default
    ) => connection.GetAsync($"{Path(id)}/json", DockerJson.Default.ContainerDetails, cancellation);

    public Task RemoveAsync(
        string id,
        bool force = false,
        CancellationToken cancellation = default
    ) =>
        connection.DeleteAsync(
            Path(id) + QueryString.Of(("force", QueryString.Flag(force))),
            cancellation
        );

    private static string Path(string id) => $"/containers/{Uri.EscapeDataString(id)}";
}
