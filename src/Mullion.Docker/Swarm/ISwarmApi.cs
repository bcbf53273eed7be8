namespace Mullion.Docker.Swarm;

/// <summary>The Swarm that an engine is part of, and how it becomes so.</summary>
public interface ISwarmApi
{
    /// <summary>The Swarm with its join tokens; only managers answer (503 from others).</summary>
    Task<SwarmInfo> InspectAsync(CancellationToken cancellation = default);

    /// <summary>Makes a new Swarm with this engine as its manager.</summary>
    /// <returns>The node id of the engine.</returns>
    Task<string> InitAsync(SwarmInitRequest request, CancellationToken cancellation = default);

    /// <summary>
    /// Joins this engine to a Swarm. The engine waits 20 s and then goes on in the background, saying so in an error:
    /// <see cref="Engine.EngineInfo.Swarm"/> tells how it ended.
    /// </summary>
    Task JoinAsync(SwarmJoinRequest request, CancellationToken cancellation = default);

    /// <summary>Leaves the Swarm. The managers are not told: the node stays listed until it is removed there.</summary>
    /// <param name="force">Needed on a manager, and when the membership is in error.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    Task LeaveAsync(bool force = false, CancellationToken cancellation = default);

    /// <summary>Replaces the worker join token; nodes that have joined stay.</summary>
    Task RotateWorkerTokenAsync(CancellationToken cancellation = default);

    /// <summary>Replaces the manager join token; nodes that have joined stay.</summary>
    Task RotateManagerTokenAsync(CancellationToken cancellation = default);
}
