namespace Mullion.Docker.Tasks;

/// <summary>Tasks of a Swarm; only managers answer.</summary>
public interface ITaskApi
{
    /// <summary>Tasks, those that are over included.</summary>
    Task<IReadOnlyList<SwarmTask>> ListAsync(
        TaskFilter? filter = null,
        CancellationToken cancellation = default
    );
}
