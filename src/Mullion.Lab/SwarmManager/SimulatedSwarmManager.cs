using System.Net;
using System.Net.Sockets;
using Mullion.Core;
using Mullion.Lab.Folders;
using Mullion.Lab.SwarmManager.Engine;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Lab.SwarmManager.Servers;
using Mullion.Lab.SwarmManager.Wire;
using Mullion.Swarm;

namespace Mullion.Lab.SwarmManager;

/// <summary>
/// A simulated Swarm of one manager that answers like dockerd: the Engine API on a unix socket, and the managers'
/// protocol on a loopback port. It says in <c>docker version</c> and <c>docker info</c> that it is simulated.
/// </summary>
public sealed class SimulatedSwarmManager : IAsyncDisposable
{
    /// <summary>How often it looks at the clock for what is due without anybody asking.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly ChangeSignal changes = new();
    private readonly string socket;
    private LocalServer? engine;
    private LocalServer? wire;
    private ITimer? timer;

    private SimulatedSwarmManager(SwarmModel model, string socket)
    {
        Model = model;
        this.socket = socket;
        model.Changed += (_, _) => changes.Raise();
    }

    /// <summary>The Engine API, such as <c>unix:///tmp/lab/docker.sock</c>.</summary>
    public string Endpoint => $"unix://{socket}";

    /// <summary>Where workers join, such as <c>127.0.0.1:41377</c>.</summary>
    public string ClusterAddress => Model.ClusterAddress;

    /// <summary>What it manages.</summary>
    public SwarmModel Model { get; }

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="MullionException">An address is no loopback address, or in use.</exception>
    public static async Task<SimulatedSwarmManager> StartAsync(SimulatedSwarmManagerOptions options)
    {
        var address = Loopback(options.ClusterAddress);
        var path = Path.GetFullPath(options.EngineSocket);
        await ClearAsync(path);
        var manager = new SimulatedSwarmManager(
            new SwarmModel(
                new SwarmModelOptions
                {
                    Clock = options.Clock,
                    HeartbeatPeriod = options.HeartbeatPeriod,
                    Hostname = options.Hostname,
                    ClusterAddress = options.ClusterAddress,
                }
            ),
            path
        );
        try
        {
            await manager.StartAsync(address, options.Clock);
            return manager;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await manager.DisposeAsync();
            throw new MullionException(
                $"The simulated Swarm manager cannot listen on {options.ClusterAddress} and {path}: {e.Message}",
                "Choose another port and path, or port 0 for a free one.",
                e
            );
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }

        foreach (var server in new[] { wire, engine })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        if (engine is not null)
        {
            OwnerOnly.Delete(socket);
        }

        stopping.Dispose();
    }

    private async Task StartAsync(IPEndPoint address, TimeProvider clock)
    {
        wire = await WireEndpoint.StartAsync(
            address,
            Model,
            clock,
            new WireRouter(Model, changes, stopping.Token)
        );
        Model.ClusterAddress = wire.Addresses[0].Authority;
        engine = await EngineEndpoint.StartAsync(socket, new SwarmEngineApi(Model));
        timer = clock.CreateTimer(_ => Model.Refresh(), null, Tick, Tick);
    }

    private static IPEndPoint Loopback(string text) =>
        IPEndPoint.TryParse(text, out var address) && IPAddress.IsLoopback(address.Address)
            ? address
            : throw new MullionException(
                $"The simulated Swarm manager listens on this machine only, and '{text}' is not one of its loopback addresses.",
                "Write it as 127.0.0.1:2377, or 127.0.0.1:0 for a free port."
            );

    /// <summary>Takes away what a manager left that was killed; one that runs is not touched.</summary>
    private static async Task ClearAsync(string socket)
    {
        if (!File.Exists(socket))
        {
            return;
        }

        using var probe = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        try
        {
            await probe.ConnectAsync(new UnixDomainSocketEndPoint(socket));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(socket);
            return;
        }

        throw new MullionException(
            $"Something listens already on {socket}.",
            "Choose another path, or stop what listens there."
        );
    }
}
