using Mullion.Docker.Connections;
using Mullion.Docker.Containers;
using Mullion.Docker.Engine;
using Mullion.Docker.Networks;
using Mullion.Docker.Nodes;
using Mullion.Docker.Services;
using Mullion.Docker.Swarm;
using Mullion.Docker.Tasks;

namespace Mullion.Docker;

/// <summary>
/// The Docker Engine API of one engine, as far as Mullion uses it. Every call may throw
/// <see cref="DockerApiException"/> (the engine refused) or <see cref="DockerConnectionException"/> (no answer).
/// </summary>
public interface IDockerClient : IDisposable
{
    /// <summary>Where the engine is.</summary>
    DockerEndpoint Endpoint { get; }

    /// <summary>The engine itself: ping, info, version.</summary>
    IEngineApi Engine { get; }

    /// <summary>The Swarm that the engine is part of.</summary>
    ISwarmApi Swarm { get; }

    /// <summary>Nodes; only managers answer.</summary>
    INodeApi Nodes { get; }

    /// <summary>Services; only managers answer.</summary>
    IServiceApi Services { get; }

    /// <summary>Tasks of services; only managers answer.</summary>
    ITaskApi Tasks { get; }

    /// <summary>Containers of this engine.</summary>
    IContainerApi Containers { get; }

    /// <summary>Networks of this engine, on a manager those of the Swarm too.</summary>
    INetworkApi Networks { get; }
}
