using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Nodes;

internal sealed class NodeApi(DockerConnection connection) : INodeApi
{
    public Task<IReadOnlyList<SwarmNode>> ListAsync(
        NodeFilter? filter = null,
        CancellationToken cancellation = default
    )
    {
        filter ??= new NodeFilter();
        var filters = QueryString.Filters(
            ("id", filter.Ids),
            ("name", filter.Names),
            ("role", filter.Roles)
        );
        return connection.GetAsync(
            "/nodes" + QueryString.Of(("filters", filters)),
            DockerJson.Default.IReadOnlyListSwarmNode,
            cancellation
        );
    }

    public Task<SwarmNode> InspectAsync(string id, CancellationToken cancellation = default) =>
        connection.GetAsync(Path(id), DockerJson.Default.SwarmNode, cancellation);

    public Task UpdateAsync(
        string id,
        ulong version,
        NodeSpec spec,
        CancellationToken cancellation = default
    ) =>
        connection.PostAsync(
            $"{Path(id)}/update" + QueryString.Of(("version", $"{version}")),
            spec,
            DockerJson.Default.NodeSpec,
            cancellation
        );

    public Task UpdateAsync(
        string id,
        Func<NodeSpec, NodeSpec> change,
        CancellationToken cancellation = default
    ) =>
        OptimisticUpdate.RunAsync(async () =>
        {
            var node = await InspectAsync(id, cancellation);
            await UpdateAsync(node.Id, node.Version.Index, change(node.Spec), cancellation);
        });

    public Task DeleteAsync(
        string id,
        bool force = false,
        CancellationToken cancellation = default
    ) =>
        connection.DeleteAsync(
            Path(id) + QueryString.Of(("force", QueryString.Flag(force))),
            cancellation
        );

    private static string Path(string id) => $"/nodes/{Uri.EscapeDataString(id)}";
}
