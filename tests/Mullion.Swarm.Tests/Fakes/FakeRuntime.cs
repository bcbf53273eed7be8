using System.Collections.Concurrent;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Swarm.Tests.Fakes;

/// <summary>Containers that start at once and end when the test says so.</summary>
internal sealed class FakeRuntime : ITaskRuntime
{
    private readonly TaskCompletionSource<int> exit = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public ConcurrentQueue<string> Calls { get; } = new();

    public Exception? PrepareError { get; set; }

    public Exception? StartError { get; set; }

    public Exception? StopError { get; set; }

    public void Exit(int code) => exit.TrySetResult(code);

    public Task PrepareAsync(WorkerTask task, CancellationToken cancellation) =>
        Call("prepare", PrepareError);

    public async Task<StartedTask> StartAsync(WorkerTask task, CancellationToken cancellation)
    {
        await Call("start", StartError);
        return new StartedTask("c1", 42);
    }

    public Task<int> WaitAsync(WorkerTask task, CancellationToken cancellation) =>
        exit.Task.WaitAsync(cancellation);

    public Task StopAsync(WorkerTask task, CancellationToken cancellation) =>
        Call("stop", StopError);

    public Task RemoveAsync(WorkerTask task, CancellationToken cancellation) =>
        Call("remove", null);

    private Task Call(string what, Exception? error)
    {
        Calls.Enqueue(what);
        return error is null ? Task.CompletedTask : Task.FromException(error);
    }
}
