using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Lab.Workers;

/// <summary>The logs of simulated containers, by task. They tell what is simulated, and nothing of environment, secrets or configs.</summary>
internal sealed class TaskLogs(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TaskLog> _logs = new();

    /// <summary>A container starts.</summary>
    public void Started(WorkerTask task)
    {
        var log = _logs.GetOrAdd(task.Id, _ => new TaskLog());
        log.Add(time.GetUtcNow(), $"simulated: {task.Name} of image {task.Image} starts");
        log.Add(time.GetUtcNow(), "simulated: nothing runs in this container");
    }

    /// <summary>A container is told to stop.</summary>
    public void Stopped(WorkerTask task)
    {
        if (_logs.TryGetValue(task.Id, out var log))
        {
            log.Add(time.GetUtcNow(), "simulated: told to stop");
            log.End();
        }
    }

    /// <summary>A container is removed, and its log with it.</summary>
    public void Removed(WorkerTask task)
    {
        if (_logs.TryRemove(task.Id, out var log))
        {
            log.End();
        }
    }

    /// <summary>What a task printed.</summary>
    public async IAsyncEnumerable<LogLine> ReadAsync(
        WorkerTask task,
        LogQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        // One that is followed may be asked for before it has started.
        var log = query.Follow
            ? _logs.GetOrAdd(task.Id, _ => new TaskLog())
            : _logs.GetValueOrDefault(task.Id);
        if (log is null)
        {
            yield break;
        }

        await foreach (var line in log.ReadAsync(query, cancellation))
        {
            yield return line;
        }
    }
}
