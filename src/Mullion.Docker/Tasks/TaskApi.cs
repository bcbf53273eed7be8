using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Tasks;

internal sealed class TaskApi(DockerConnection connection) : ITaskApi
{
    public Task<IReadOnlyList<SwarmTask>> ListAsync(
        TaskFilter? filter = null,
        CancellationToken cancellation = default
    )
    {
        filter ??= new TaskFilter();
        var filters = QueryString.Filters(
            ("node", filter.Nodes),
            ("service", filter.Services),
            ("desired-state", filter.DesiredStates)
        );
        return connection.GetAsync(
            "/tasks" + QueryString.Of(("filters", filters)),
            DockerJson.Default.IReadOnlyListSwarmTask,
            cancellation
        );
    }
}
