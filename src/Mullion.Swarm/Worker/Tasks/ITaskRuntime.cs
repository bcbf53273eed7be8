namespace Mullion.Swarm.Worker.Tasks;

/// <summary>
/// Runs what a Swarm assigns. For one task the calls come in the order prepare, start, wait, stop, remove;
/// stop and remove may come at any point of it. An exception's message becomes the task's error, which users read.
/// </summary>
public interface ITaskRuntime
{
    /// <summary>Pulls the image, makes the container. Failing rejects the task.</summary>
    Task PrepareAsync(WorkerTask task, CancellationToken cancellation);

    /// <summary>Starts the container. Failing fails the task.</summary>
    Task<StartedTask> StartAsync(WorkerTask task, CancellationToken cancellation);

    /// <summary>Completes with the exit code when the container ends by itself.</summary>
    Task<int> WaitAsync(WorkerTask task, CancellationToken cancellation);

    /// <summary>Stops the container; nothing where there is none.</summary>
    Task StopAsync(WorkerTask task, CancellationToken cancellation);

    /// <summary>Removes the container; nothing where there is none.</summary>
    Task RemoveAsync(WorkerTask task, CancellationToken cancellation);
}
