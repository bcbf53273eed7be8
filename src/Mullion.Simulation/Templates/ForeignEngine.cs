using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Services;

namespace Mullion.Simulation.Templates;

/// <summary>An engine that is there before Mullion comes, registered as <c>dockerd --register-service</c> does it.</summary>
internal static class ForeignEngine
{
    /// <summary>How long it has run.</summary>
    private static readonly TimeSpan RanFor = TimeSpan.FromHours(1);

    public static void Install(SimulatedHost host, string version)
    {
        var program = HostPaths.EnginePrograms + @"\dockerd.exe";
        host.Files.Put(program, EngineProgram.Daemon(version));
        host.Files.Put(HostPaths.EnginePrograms + @"\docker.exe", EngineProgram.Client(version));
        var service = new SimulatedService(
            new ServiceConfig(
                "docker",
                "Docker Engine",
                $"\"{program}\" --run-service",
                ServiceStart.Automatic,
                "",
                [],
                new ServiceRecovery(
                    [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15)],
                    TimeSpan.FromDays(1)
                )
            )
        )
        {
            State = ServiceState.Running,
            ProcessId = host.NextProcessId(),
            Started = host.Clock.GetUtcNow() - RanFor,
            CommandLine = $"\"{program}\" --run-service",
        };
        host.Services.Put(service);
        host.Engine.Slot.OnServiceRunning(service);
    }
}
