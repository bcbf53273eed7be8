namespace Mullion.Simulation.Swarm;

/// <summary>What runs tasks for a worker: the simulated engine's containers.</summary>
public interface ISwarmTasks
{
    /// <summary>Runs a task's container.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="name">The container's name, such as <c>web.1.TASKID</c>.</param>
    /// <param name="image">The image reference.</param>
    /// <returns>The container id.</returns>
    /// <exception cref="SwarmTaskException">The task cannot run here; the text is what the worker reports.</exception>
    string Start(string taskId, string name, string image);

    /// <summary>Stops and removes a task's container; one that is gone already is fine.</summary>
    void Stop(string taskId);

    /// <summary>
    /// The worker got its first assignment of networks: the engine makes the overlay networks it was told of
    /// (<c>ingress</c> at the first session), which takes the NIC.
    /// </summary>
    /// <param name="networkIds">Swarm network ids that the node is attached to.</param>
    void Attach(IReadOnlyList<string> networkIds);
}
