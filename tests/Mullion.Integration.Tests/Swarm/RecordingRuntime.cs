using System.Collections.Concurrent;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Integration.Tests.Swarm;

/// <summary>Runs nothing: every container starts at once and runs until it is stopped.</summary>
internal sealed class RecordingRuntime : ITaskRuntime
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<int>> running = new();

    public ConcurrentQueue<string> Calls { get; } = new();

    public Task PrepareAsync(WorkerTask task, CancellationToken cancellation)
    {
        Calls.Enqueue($"prepare {task.ServiceName}.{task.Slot} {task.Image}");
        return Task.CompletedTask;
    }

    public Task<StartedTask> StartAsync(WorkerTask task, CancellationToken cancellation)
    {
        Calls.Enqueue($"start {task.ServiceName}.{task.Slot}");
        running[task.Id] = new TaskCompletionSource<int>();
        return Task.FromResult(new StartedTask(new string('a', 64), 4711));
    }

    public Task<int> WaitAsync(WorkerTask task, CancellationToken cancellation) =>
        running[task.Id].Task.WaitAsync(cancellation);

    public Task StopAsync(WorkerTask task, CancellationToken cancellation)
    {
        Calls.Enqueue($"stop {task.ServiceName}.{task.Slot}");
        return Task.CompletedTask;
    }

    public Task RemoveAsync(WorkerTask task, CancellationToken cancellation)
    {
        Calls.Enqueue($"remove {task.ServiceName}.{task.Slot}");
        return Task.CompletedTask;
    }
}
