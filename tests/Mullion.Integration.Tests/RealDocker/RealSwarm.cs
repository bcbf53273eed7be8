using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Docker.Swarm;

namespace Mullion.Integration.Tests.RealDocker;

/// <summary>
/// A real Swarm of one real manager: dockerd in a network namespace of its own. Its API is on a unix socket, and
/// its manager port is reached from this machine at <see cref="ManagerAddress"/>. Disposing leaves nothing behind.
/// </summary>
public sealed class RealSwarm : IAsyncDisposable
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly RigNetwork network;
    private readonly string folder;
    private DockerDaemon? daemon;

    private RealSwarm(RigNetwork network, string folder)
    {
        this.network = network;
        this.folder = folder;
        Endpoint = DockerEndpoint.Parse($"unix://{Path.Combine(folder, "docker.sock")}");
    }

    /// <summary>The manager's Engine API.</summary>
    public DockerEndpoint Endpoint { get; }

    /// <summary>Where nodes join, <c>host:port</c>.</summary>
    public string ManagerAddress => $"{network.ManagerAddress}:2377";

    /// <summary>The address that nodes of this machine come from.</summary>
    public string HostAddress => network.HostAddress;

    /// <summary>What dockerd has logged since it was last started.</summary>
    public IReadOnlyList<string> Log => daemon?.Log ?? [];

    /// <summary>
    /// Starts dockerd and makes a Swarm; skips the test when that is not possible here.
    /// Heartbeats are asked for each second, so that a lost node is Down after about 3 s.
    /// </summary>
    public static async Task<RealSwarm> StartAsync()
    {
        RealSwarmRequirements.Demand();
        var own = await NetworkAsync();
        var swarm = new RealSwarm(own, RigFolder.Create(own.Name));
        try
        {
            await swarm.StartDaemonAsync();
            using var client = swarm.Client();
            await client.Swarm.InitAsync(
                new SwarmInitRequest
                {
                    ListenAddr = swarm.ManagerAddress,
                    AdvertiseAddr = swarm.ManagerAddress,
                }
            );
            await swarm.UpdateAsync(
                client,
                spec => spec["Dispatcher"]!["HeartbeatPeriod"] = NanosecondsPerSecond
            );
            return swarm;
        }
        catch
        {
            await swarm.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of the manager's API.</summary>
    public DockerClient Client() => new(Endpoint);

    /// <summary>The worker join token of now.</summary>
    public async Task<string> WorkerTokenAsync()
    {
        using var client = Client();
        return (await client.Swarm.InspectAsync()).JoinTokens.Worker;
    }

    /// <summary>Stops dockerd in order.</summary>
    public async Task StopAsync()
    {
        if (daemon is { } running)
        {
            daemon = null;
            await running.DisposeAsync();
        }
    }

    /// <summary>Stops dockerd and starts it again with the same Swarm.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartDaemonAsync();
    }

    /// <summary>Starts dockerd again after <see cref="StopAsync"/>.</summary>
    public async Task StartDaemonAsync() =>
        daemon = await DockerDaemon.StartAsync(folder, network.NamespaceFile);

    /// <summary>Takes the manager's cable out: connections hang, none is closed.</summary>
    public Task UnplugAsync() => network.UnplugAsync();

    /// <summary>Puts the cable back.</summary>
    public Task PlugInAsync() => network.PlugInAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await network.DisposeAsync();
        await RigFolder.RemoveAsync(network.Name);
    }

    /// <summary>In a container root may be forbidden to make namespaces: that too is a lack.</summary>
    private static async Task<RigNetwork> NetworkAsync()
    {
        try
        {
            return await RigNetwork.CreateAsync();
        }
        catch (InvalidOperationException e)
            when (e.Message.Contains("not permitted", StringComparison.OrdinalIgnoreCase)
                || e.Message.Contains("permission denied", StringComparison.OrdinalIgnoreCase)
            )
        {
            RealSwarmRequirements.Lack($"no network namespace can be made ({e.Message.Trim()})");
            throw;
        }
    }

    /// <summary>Begins a rotation of the root CA, as <c>docker swarm ca --rotate --detach</c> does.</summary>
    public async Task RotateRootAsync()
    {
        using var client = Client();
        await UpdateAsync(
            client,
            spec =>
                spec["CAConfig"]!["ForceRotate"] =
                    (spec["CAConfig"]!["ForceRotate"]?.GetValue<long>() ?? 0) + 1
        );
    }

    /// <summary>The client has no general settings update, and Mullion needs none.</summary>
    private async Task UpdateAsync(DockerClient client, Action<JsonNode> change)
    {
        var swarm = await client.Swarm.InspectAsync();
        var spec = JsonNode.Parse(swarm.Spec.GetRawText())!;
        change(spec);
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.IP);
                await socket.ConnectAsync(
                    new UnixDomainSocketEndPoint(Endpoint.Path),
                    cancellation
                );
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler);
        using var content = new StringContent(
            spec.ToJsonString(),
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await http.PostAsync(
            new Uri($"http://docker/swarm/update?version={swarm.Version.Index}"),
            content
        );
        answer.EnsureSuccessStatusCode();
    }
}
