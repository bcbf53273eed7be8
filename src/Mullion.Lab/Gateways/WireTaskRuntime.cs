using Mullion.Lab.Workers;
using Mullion.Simulation.Swarm;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Lab.Gateways;

/// <summary>Runs a worker's tasks as a simulated engine's containers, one call at a time.</summary>
internal sealed class WireTaskRuntime(ISwarmTasks tasks, TimeProvider time)
    : ITaskRuntime,
        ITaskLogs
{
    private readonly Lock gate = new();
    private readonly TaskLogs logs = new(time);

    public void Attach(IReadOnlyList<string> networkIds)
    {
        lock (gate)
        {
            tasks.Attach(networkIds);
        }
    }

    public Task PrepareAsync(WorkerTask task, CancellationToken cancellation) => Task.CompletedTask;

    public Task<StartedTask> StartAsync(WorkerTask task, CancellationToken cancellation)
    {
        lock (gate)
        {
            var started = new StartedTask(tasks.Start(task.Id, task.Name, task.Image), 0);
            logs.Started(task);
            return Task.FromResult(started);
        }
    }

    /// <summary>Simulated containers do not end by themselves.</summary>
    public Task<int> WaitAsync(WorkerTask task, CancellationToken cancellation)
    {
        var never = new TaskCompletionSource<int>();
        return never.Task.WaitAsync(cancellation);
    }

    public Task StopAsync(WorkerTask task, CancellationToken cancellation)
    {
        lock (gate)
        {
            tasks.Stop(task.Id);
        }

        logs.Stopped(task);
        return Task.CompletedTask;
    }

    public async Task RemoveAsync(WorkerTask task, CancellationToken cancellation)
    {
        await StopAsync(task, cancellation);
        logs.Removed(task);
    }

    public IAsyncEnumerable<LogLine> ReadLogsAsync(
        WorkerTask task,
        LogQuery query,
        CancellationToken cancellation
    ) => logs.ReadAsync(task, query, cancellation);
}
