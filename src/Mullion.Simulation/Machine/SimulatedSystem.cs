using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Machine;

/// <summary>What a simulated machine is, and its power button.</summary>
public sealed class SimulatedSystem : IHostSystem
{
    private readonly SimulatedHost _host;

    internal SimulatedSystem(SimulatedHost host) => _host = host;

    /// <inheritdoc/>
    public string BootId => _host.Gate.Run("system.bootId", "", () => CurrentBootId);

    private string CurrentBootId => _host.NewGuid($"boot {Machine.Boot}");

    private MachineState Machine => _host.State.Machine;

    /// <inheritdoc/>
    public HostFacts Facts() =>
        _host.Gate.Run(
            "system.facts",
            "",
            () =>
                new HostFacts
                {
                    ComputerName = Machine.ComputerName,
                    Build = Machine.Build,
                    Revision = Machine.Revision,
                    Edition = Machine.Edition,
                    Core = Machine.Core,
                    Elevated = Machine.Elevated,
                    Processors = Machine.Processors,
                    MemoryBytes = Machine.MemoryBytes,
                    FreeDiskBytes = _host.FreeDiskBytes,
                    Time = _host.Clock.GetUtcNow() + Machine.ClockSkew,
                    PendingReboot = [.. _host.State.PendingReboot],
                    Interfaces = _host.Network.Stack.Interfaces(),
                    Engine = Engine(),
                    SystemDriveEncrypted = Machine.SystemDriveEncrypted,
                    BootId = CurrentBootId,
                    Simulated = true,
                }
        );

    /// <inheritdoc/>
    public void Reboot(string reason) =>
        _host.Gate.Run(
            "system.reboot",
            reason,
            () =>
            {
                _host.WriteEvent($"User32: restart: {reason}");
                _host.RequestReboot(reason);
            }
        );

    private EngineFacts? Engine() =>
        _host.State.Services.TryGetValue("docker", out var service)
            ? new EngineFacts(
                service.Config.ImagePath,
                service.State is ServiceState.Running,
                service.State is ServiceState.Running
                && WindowsPath.Normalise(WindowsPath.ProgramOf(service.Config.ImagePath))
                    is { } program
                && _host.Store.Find(program) is { } file
                    ? EngineProgram.Version(file.Content)
                    : null,
                Installed: null
            )
            : null;
}
