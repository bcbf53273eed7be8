namespace Mullion.Swarm.Worker.Tasks;

/// <summary>A runtime that keeps what its tasks print, for <c>docker service logs</c>. One without it has empty logs.</summary>
public interface ITaskLogs
{
    /// <summary>What a task printed, oldest first; with <see cref="LogQuery.Follow"/> also what it is still to print, until it ends.</summary>
    IAsyncEnumerable<LogLine> ReadLogsAsync(
        WorkerTask task,
        LogQuery query,
        CancellationToken cancellation
    );
}
