using Mullion.Core;
using Mullion.Docker.Connections;
using Mullion.Docker.Engine;

namespace Mullion.Swarm.Orchestration;

/// <summary>The engine answers, and is not the manager that it should be.</summary>
/// <param name="endpoint">The engine.</param>
/// <param name="reason">What it is instead, after "it": <c>is in no swarm</c>.</param>
/// <param name="fix">What the user can do.</param>
internal sealed class NotManagerException(DockerEndpoint endpoint, string reason, string fix)
    : MullionException($"The engine at {endpoint} {reason}.", fix)
{
    /// <summary>A phrase.</summary>
    public string Reason { get; } = "it " + reason;

    /// <summary>Passes a manager.</summary>
    /// <exception cref="NotManagerException">The engine does not answer for a swarm.</exception>
    public static void Demand(DockerEndpoint endpoint, EngineSwarmState swarm)
    {
        if (swarm.ControlAvailable)
        {
            return;
        }

        throw swarm.IsMember
            ? new NotManagerException(
                endpoint,
                $"is a worker of a swarm ({swarm.LocalNodeState}), not a manager",
                "Point orchestrator.swarm.manager at a manager."
            )
            : new NotManagerException(
                endpoint,
                $"is in no swarm ({swarm.LocalNodeState})",
                "Run `docker swarm init` there if it is to be a manager; Mullion never does that by itself."
            );
    }
}
