using Mullion.Docker.Connections;
using Mullion.Docker.Containers;
using Mullion.Docker.Engine;
using Mullion.Docker.Logins;
using Mullion.Docker.Networks;
using Mullion.Docker.Nodes;
using Mullion.Docker.Services;
using Mullion.Docker.Swarm;
using Mullion.Docker.Tasks;

namespace Mullion.Docker;

/// <summary>
/// <see cref="IDockerClient"/> over HTTP/1.1. The API version is agreed with the engine at the first call.
/// Nothing is connected before that.
/// </summary>
public sealed class DockerClient : IDockerClient
{
    private readonly DockerConnection connection;

    /// <summary>A client for the engine at <paramref name="endpoint"/>.</summary>
    public DockerClient(DockerEndpoint endpoint, DockerClientOptions? options = null)
        : this(
            endpoint,
            DockerHandler.Create(endpoint, options ?? new DockerClientOptions()),
            options
        ) { }

    /// <summary>A client that sends through <paramref name="handler"/>, which it then owns: for an engine in this process.</summary>
    public DockerClient(
        DockerEndpoint endpoint,
        HttpMessageHandler handler,
        DockerClientOptions? options = null
    )
    {
        options ??= new DockerClientOptions();
        connection = new DockerConnection(
            endpoint,
            options.Login is { } login ? new UcpLoginHandler(handler, endpoint, login) : handler,
            options
        );
        Engine = new EngineApi(connection);
        Swarm = new SwarmApi(connection);
        Nodes = new NodeApi(connection);
        Services = new ServiceApi(connection);
        Tasks = new TaskApi(connection);
        Containers = new ContainerApi(connection);
        Networks = new NetworkApi(connection);
    }

    /// <inheritdoc />
    public DockerEndpoint Endpoint => connection.Endpoint;

    /// <inheritdoc />
    public IEngineApi Engine { get; }

    /// <inheritdoc />
    public ISwarmApi Swarm { get; }

    /// <inheritdoc />
    public INodeApi Nodes { get; }

    /// <inheritdoc />
    public IServiceApi Services { get; }

    /// <inheritdoc />
    public ITaskApi Tasks { get; }

    /// <inheritdoc />
    public IContainerApi Containers { get; }

    /// <inheritdoc />
    public INetworkApi Networks { get; }

    /// <inheritdoc />
    public void Dispose() => connection.Dispose();
}
