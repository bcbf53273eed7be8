using Mullion.Core.Hosts;
using Mullion.Simulation.Features;
using Mullion.Simulation.Files;
using Mullion.Simulation.Quirks;
using Mullion.Simulation.Services;

namespace Mullion.Simulation.Engine;

/// <summary>The place for the one engine that a host can run: its process comes and goes with its service.</summary>
internal sealed class EngineSlot(SimulatedHost host)
{
    /// <summary>The process; null while there is none.</summary>
    public EngineProcess? Process { get; private set; }

    /// <summary>Why dockerd would not come up with this configuration; null when it would.</summary>
    public string? WhyNotStart(ServiceConfig config) =>
        // Each in moby's order: checkSystem comes first.
        VersionOf(config) is { } version
        && EngineNeedsRs5.WhyNot(host, version) is { } tooOld
            ? tooOld
        : host.State.Features.GetValueOrDefault(ContainersFeature.Name) is not FeatureState.Enabled
            ? "failed to start daemon: failed to load vmcompute.dll, ensure that the Containers feature is installed"
        // Facts, row A14; moby makes its default network before it listens.
        : host.IsOff("hns")
            ? "failed to start daemon: Error initializing network controller: Error creating default network: "
                + "HNS failed with error : The service has not been started."
        : Process is not null ? "open //./pipe/docker_engine: Access is denied."
        : EngineConfiguration.Read(host.Store, config.ImagePath) is var configuration
        && configuration.Error is { } error
            ? error
        : EngineListeners.WhyNot(host, configuration);

    private string? VersionOf(ServiceConfig config) =>
        WindowsPath.Normalise(WindowsPath.ProgramOf(config.ImagePath)) is { } program
        && ServiceStarter.IsDockerd(program)
        && host.Store.Find(program) is { } file
            ? EngineProgram.Version(file.Content)
            : null;

    /// <summary>A service has come to run; it may be the engine.</summary>
    public void OnServiceRunning(SimulatedService service, bool resume = false)
    {
        if (VersionOf(service.Config) is not { } version)
        {
            return;
        }

        Process = new EngineProcess(
            host,
            service.Name,
            service.ProcessId,
            version,
            EngineConfiguration.Read(host.Store, service.CommandLine ?? service.Config.ImagePath)
        );
        Process.Begin(resume);
    }

    /// <summary>A service was told to stop: the pipe is closed at once, the process and its open files end later.</summary>
    public void OnServiceStopping(SimulatedService service)
    {
        if (Process?.Service == service.Name)
        {
            Process.End(orderly: true);
        }
    }

    /// <summary>How much longer a service takes to stop for what the engine has to clear away.</summary>
    public TimeSpan ReleaseTime(SimulatedService service) =>
        Process is { } process && process.Service == service.Name
            ? process.Overlays.ReleaseTime
            : TimeSpan.Zero;

    /// <summary>A service's process is gone.</summary>
    /// <param name="service">The service.</param>
    /// <param name="orderly">True when it was told to stop and came to its end, false when it crashed or was killed.</param>
    public void OnServiceGone(SimulatedService service, bool orderly)
    {
        if (Process?.Service == service.Name)
        {
            End(orderly);
        }
    }

    /// <summary>The machine goes down.</summary>
    /// <param name="orderly">True for a restart, of which Windows tells its services; they stop.</param>
    public void OnPowerLoss(bool orderly) => End(orderly);

    private void End(bool orderly)
    {
        Process?.End(orderly);
        if (orderly)
        {
            Process?.Overlays.Release();
        }

        Process = null;
    }

    /// <summary>True for a file that the engine holds open.</summary>
    public bool HoldsOpen(string path) => Process?.HoldsOpen(path) == true;

    /// <summary>True for a layer that the engine uses; see <see cref="LayersNeedHcs"/>.</summary>
    public bool UsesLayer(string path) => Process?.Containers.Layers.Holds(path) == true;

    /// <summary>Where the engine listens.</summary>
    // 4789/udp is not here: VXLAN is the virtual switch's and no socket.
    public IEnumerable<PortListener> Listeners() =>
        Process is { Alive: true } p
            ?
            [
                .. p.Listeners.Ports.Select(port => Listener("tcp", port)),
                .. p.Swarm.Active
                    ? [Listener("tcp", 7946), Listener("udp", 7946)]
                    : (PortListener[])[],
            ]
            : [];

    private PortListener Listener(string protocol, int port) =>
        new(protocol, port, "dockerd.exe", Process!.ProcessId);

    /// <summary>The engine's containers, or where those of one that does not run would be.</summary>
    public ContainerStore Containers()
    {
        if (Process is { } process)
        {
            return process.Containers;
        }

        var imagePath = host.State.Services.TryGetValue("docker", out var service)
            ? service.Config.ImagePath
            : "";
        return new ContainerStore(
            host.Store,
            EngineConfiguration.Read(host.Store, imagePath).DataRoot
        );
    }
}
