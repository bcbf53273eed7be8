using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Lab.Workers;

/// <summary>
/// Runs tasks of which nothing runs: each is there until it is told to stop. Its container says in its log that it is simulated.
/// </summary>
internal sealed class FleetRuntime(FleetBook book, TimeProvider time) : ITaskRuntime, ITaskLogs
{
    private readonly ConcurrentDictionary<string, byte> _running = new();
    private readonly TaskLogs _logs = new(time);

    public Task PrepareAsync(WorkerTask task, CancellationToken cancellation) => Task.CompletedTask;

    public Task<StartedTask> StartAsync(WorkerTask task, CancellationToken cancellation)
    {
        if (_running.TryAdd(task.Id, 0))
        {
            book.TaskStarted();
            _logs.Started(task);
        }

        var container = SHA256.HashData(Encoding.ASCII.GetBytes(task.Id));
        return Task.FromResult(new StartedTask(Convert.ToHexStringLower(container), Pid: 0));
    }

    public Task<int> WaitAsync(WorkerTask task, CancellationToken cancellation) =>
        new TaskCompletionSource<int>().Task.WaitAsync(cancellation);

    public Task StopAsync(WorkerTask task, CancellationToken cancellation)
    {
        if (_running.TryRemove(task.Id, out _))
        {
            book.TaskEnded();
            _logs.Stopped(task);
        }

        return Task.CompletedTask;
    }

    public async Task RemoveAsync(WorkerTask task, CancellationToken cancellation)
    {
        await StopAsync(task, cancellation);
        _logs.Removed(task);
    }

    public IAsyncEnumerable<LogLine> ReadLogsAsync(
        WorkerTask task,
        LogQuery query,
        CancellationToken cancellation
    ) => _logs.ReadAsync(task, query, cancellation);
}
