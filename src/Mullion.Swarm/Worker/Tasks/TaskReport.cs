using Google.Protobuf.WellKnownTypes;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Tasks;

/// <summary>
/// What the node has said, or is to say, of its tasks. A state never decreases. What was not delivered
/// stays to be sent; a new session sends all again, as the manager may be another.
/// </summary>
internal sealed class TaskReport(TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SwarmTaskStatus> statuses = [];
    private readonly Dictionary<string, TaskState> seeds = [];
    private readonly HashSet<string> unsent = [];
    private readonly SemaphoreSlim changed = new(0);

    /// <summary>What a manager knew of a task when it assigned it: the state to begin from, and nothing to send.</summary>
    public void Seed(string taskId, TaskState known)
    {
        lock (gate)
        {
            seeds.TryAdd(taskId, known);
        }
    }

    public void Set(
        string taskId,
        TaskState state,
        string message,
        string error = "",
        ContainerStatus? container = null
    )
    {
        lock (gate)
        {
            var told = statuses.TryGetValue(taskId, out var before)
                ? before.State
                : seeds.GetValueOrDefault(taskId);
            if (told >= state)
            {
                return;
            }

            statuses[taskId] = new SwarmTaskStatus
            {
                Timestamp = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
                State = state,
                Message = message,
                Err = error,
                Container = container ?? before?.Container,
            };
            unsent.Add(taskId);
        }

        changed.Release();
    }

    public TaskState StateOf(string taskId)
    {
        lock (gate)
        {
            return statuses.TryGetValue(taskId, out var status) ? status.State : TaskState.New;
        }
    }

    public void Forget(string taskId)
    {
        lock (gate)
        {
            statuses.Remove(taskId);
            seeds.Remove(taskId);
            unsent.Remove(taskId);
        }
    }

    /// <summary>A new session begins: everything is to be sent.</summary>
    public void Resend()
    {
        lock (gate)
        {
            unsent.UnionWith(statuses.Keys);
        }

        changed.Release();
    }

    public Task WaitAsync(CancellationToken cancellation) => changed.WaitAsync(cancellation);

    public IReadOnlyList<TaskStatusUpdate> Take()
    {
        lock (gate)
        {
            var updates = unsent
                .Order(StringComparer.Ordinal)
                .Select(id => new TaskStatusUpdate { TaskId = id, Status = statuses[id] })
                .ToList();
            unsent.Clear();
            return updates;
        }
    }

    public void Dispose() => changed.Dispose();
}
