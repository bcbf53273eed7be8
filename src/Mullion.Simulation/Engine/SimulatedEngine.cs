using Mullion.Core.Hosts;
using Mullion.Simulation.Images;

namespace Mullion.Simulation.Engine;

/// <summary>The container engine of a simulated host: there when a service whose program is dockerd.exe runs.</summary>
public sealed partial class SimulatedEngine : IHostEngine
{
    private readonly SimulatedHost _host;
    private readonly EngineImages _images;

    internal SimulatedEngine(SimulatedHost host)
    {
        _host = host;
        _images = new EngineImages(host, Process);
        Slot = new EngineSlot(host);
    }

    internal EngineSlot Slot { get; }

    /// <inheritdoc/>
    public Task<EngineInfo?> InfoAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            _host.Gate.Run(
                "engine.info",
                "",
                () =>
                    Slot.Process is { Answers: true } p
                        ? new EngineInfo(p.Version, "windows", p.DataRoot, p.Swarm.Info())
                        : null
            )
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EngineContainer>> ContainersAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<EngineContainer>>(
            _host.Gate.Run(
                "engine.containers",
                "",
                () =>
                    Process("engine.containers", "")
                        .Containers.All()
                        .Select(c => new EngineContainer(
                            c.Id,
                            c.Name,
                            c.Image,
                            c.Running,
                            c.SwarmTask
                        ))
                        .ToList()
            )
        );
    }

    /// <inheritdoc/>
    public Task<string> PingOverTlsAsync(EngineTlsCall call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            _host.Gate.Run(
                "engine.pingOverTls",
                $"{call.Address}:{call.Port}",
                () =>
                {
                    var (shown, error) = Slot.Process is { Alive: true } process
                        ? process.Listeners.Answer(call)
                        : (null, "connection refused");
                    return shown
                        ?? throw EngineErrors.Of(
                            "engine.pingOverTls",
                            $"{call.Address}:{call.Port}",
                            EngineErrors.Refused,
                            error!
                        );
                }
            )
        );
    }

    /// <summary>Stops and removes a container, as somebody at the host does.</summary>
    public Task RemoveContainerAsync(string id, CancellationToken cancellation) =>
        _host.Gate.RunAsync(
            "engine.removeContainer",
            id,
            () =>
            {
                Container(id);
                return TimeSpan.FromSeconds(1);
            },
            () => Process("engine.removeContainer", id).Containers.Remove(Container(id)),
            cancellation
        );

    /// <inheritdoc/>
    public async Task JoinSwarmAsync(SwarmJoin request, CancellationToken cancellation)
    {
        var target = request.Managers.Count > 0 ? request.Managers[0] : "";
        EngineProcess? process = null;
        try
        {
            await _host.Gate.RunAsync(
                "engine.join",
                target,
                () => TimeSpan.Zero,
                () =>
                {
                    var engine = Process("engine.join", target);
                    engine.Swarm.Begin(request);
                    process = engine;
                },
                cancellation
            );
        }
        catch (HostException) when (process is not null)
        {
            // Only the answer was lost: the engine goes on.
            new SwarmJoinAttempt(_host, process.Swarm).GoOn(process.Swarm.EnterAsync(request));
            throw;
        }

        await new SwarmJoinAttempt(_host, process!.Swarm).RunAsync(request, cancellation);
        lock (_host.Sync)
        {
            _host.Gate.Require("engine.join", target, _host.State.Operations);
            if (!process.Alive)
            {
                throw EngineErrors.Of(
                    "engine.join",
                    target,
                    EngineErrors.BrokenPipe,
                    EngineErrors.EndOfFile
                );
            }
        }
    }

    /// <inheritdoc/>
    public Task LeaveSwarmAsync(bool force, CancellationToken cancellation) =>
        _host.Gate.RunAsync(
            "engine.leave",
            force ? "force" : "",
            () => RequireMember().Overlays.ReleaseTime,
            () =>
            {
                var process = RequireMember();
                process.Swarm.Leave();
                foreach (var task in process.Containers.All().Where(c => c.SwarmTask is not null))
                {
                    process.Containers.Remove(task);
                }

                process.Overlays.Release();
            },
            cancellation
        );

    /// <summary>Puts a container beneath the gate, into the running engine's data folder or where one would look.</summary>
    public void Put(SimulatedContainer container)
    {
        lock (_host.Sync)
        {
            Slot.Containers().Put(container);
        }
    }

    /// <summary>Puts an image beneath the gate, as if it had been pulled.</summary>
    public void PutImage(string image)
    {
        lock (_host.Sync)
        {
            Slot.Containers().Layers.PutImage(image);
        }
    }

    /// <summary>Removes a container beneath the gate.</summary>
    public void Take(string id)
    {
        lock (_host.Sync)
        {
            if (Slot.Containers().All().FirstOrDefault(c => c.Id == id) is { } found)
            {
                Slot.Containers().Remove(found);
            }
        }
    }

    /// <summary>The containers, with what runs in them, read beneath the gate.</summary>
    public IReadOnlyList<SimulatedContainer> Peek()
    {
        lock (_host.Sync)
        {
            return Slot.Containers().All();
        }
    }

    private EngineProcess Process(string operation, string target) =>
        Slot.Process is { Answers: true } process
            ? process
            : throw EngineErrors.Of(
                operation,
                target,
                WindowsError.FileNotFound,
                EngineErrors.NoPipe
            );

    private EngineProcess RequireMember()
    {
        var process = Process("engine.leave", "swarm");
        return process.Swarm.Exists
            ? process
            : throw EngineErrors.Of(
                "engine.leave",
                "swarm",
                EngineErrors.Unavailable,
                EngineErrors.NotInSwarm
            );
    }

    private SimulatedContainer Container(string id) =>
        Process("engine.removeContainer", id)
            .Containers.All()
            .FirstOrDefault(c => c.Id == id || c.Name == id)
        ?? throw EngineErrors.Of(
            "engine.removeContainer",
            id,
            EngineErrors.NotFound,
            $"No such container: {id}"
        );
}
