using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.Gateways;

/// <summary>
/// A task as its node sees it, taken under the model's lock: <c>Wanted</c> is false when it must stop, <c>Run</c> is
/// false while it must wait before its start.
/// </summary>
internal sealed record Assignment(
    string Id,
    string Name,
    string Image,
    TaskState State,
    bool Wanted,
    bool Run
)
{
    /// <summary>Those that have not ended.</summary>
    public static List<Assignment> Of(SwarmState state, string nodeId) =>
        [
            .. state
                .Tasks.Where(task =>
                    task.NodeId == nodeId && task.State >= TaskState.Assigned && !task.Ended
                )
                .Select(task => new Assignment(
                    task.Id,
                    task.Name,
                    task.Plan.Image,
                    task.State,
                    task.Wanted,
                    task.Desired == TaskState.Running
                )),
        ];
}
