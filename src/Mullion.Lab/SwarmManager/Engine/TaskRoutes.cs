using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary><c>/tasks</c>.</summary>
internal static class TaskRoutes
{
    public static JsonArray List(SwarmState state, EngineRequest request)
    {
        var filters = EngineFilters.Read(
            request,
            "_up-to-date",
            "desired-state",
            "id",
            "label",
            "name",
            "node",
            "runtime",
            "service"
        );
        HashSet<string> services =
        [
            .. filters["service"].Select(name => ServiceRoutes.Find(state, name).Id),
        ];
        HashSet<string> nodes =
        [
            .. filters["node"].Select(name => NodeRoutes.Find(state, name).Id),
        ];
        HashSet<TaskState> desired = [.. filters["desired-state"].SelectMany(Desired)];
        return new JsonArray([
            .. state
                .Tasks.Where(task =>
                    (services.Count == 0 || services.Contains(task.Service.Id))
                    && (nodes.Count == 0 || nodes.Contains(task.NodeId))
                    && (desired.Count == 0 || desired.Contains(task.Desired))
                    && filters.Allow("id", id => task.Id.StartsWith(id, StringComparison.Ordinal))
                    && filters.Allow(
                        "name",
                        name => task.Name.StartsWith(name, StringComparison.Ordinal)
                    )
                )
                .OrderBy(task => task.Id, StringComparer.Ordinal)
                .Select(TaskJson.Of),
        ]);
    }

    /// <summary>By id or its beginning.</summary>
    /// <exception cref="EngineError">None.</exception>
    public static ModelTask Find(SwarmState state, string id) =>
        state.Tasks.Find(task => task.Id == id)
        ?? state.Tasks.Find(task => task.Id.StartsWith(id, StringComparison.Ordinal))
        ?? throw EngineError.NotFound("task", id);

    /// <summary>dockerd counts what waits to run as running.</summary>
    private static TaskState[] Desired(string name) =>
        name switch
        {
            "running" => [TaskState.New, TaskState.Pending, TaskState.Ready, TaskState.Running],
            "shutdown" => [TaskState.Shutdown],
            "accepted" => [TaskState.Accepted],
            _ => throw new EngineError(500, $"Invalid desired-state filter: '{name}'"),
        };
}
