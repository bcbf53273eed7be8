using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Services;

/// <summary>What becomes of a service's program when the service control manager starts it.</summary>
internal static class ServiceStarter
{
    /// <summary>How long the service control manager waits for a program to call it (ServicesPipeTimeout).</summary>
    public static readonly TimeSpan ControlManagerPatience = TimeSpan.FromSeconds(30);

    /// <summary>The error that the start call itself gives; 0 when it gives none.</summary>
    public static int Refusal(SimulatedHost host, ServiceConfig config)
    {
        var program = WindowsPath.Normalise(WindowsPath.ProgramOf(config.ImagePath));
        if (program is null || host.Store.Find(HostPaths.Parent(program)) is null)
        {
            return WindowsError.PathNotFound;
        }

        return host.Store.Find(program) switch
        {
            null => WindowsError.FileNotFound,
            { IsDirectory: true } => WindowsError.AccessDenied,
            var file when IsDockerd(program) && EngineProgram.Version(file.Content) is null =>
                ServiceErrors.BadProgram,
            _ => AnswersControlManager(host, config) ? 0 : WindowsError.ServiceRequestTimeout,
        };
    }

    /// <summary>
    /// False for a program that is no service: dockerd without <c>--run-service</c> runs as in a console and never calls the
    /// service control manager, whose start call gives 1053 after its patience (facts, row G1).
    /// </summary>
    public static bool AnswersControlManager(SimulatedHost host, ServiceConfig config) =>
        WindowsPath.Normalise(WindowsPath.ProgramOf(config.ImagePath)) is not { } program
        || !IsDockerd(program)
        || host.Store.Find(program) is null
        || config.ImagePath.Contains("--run-service", StringComparison.Ordinal);

    /// <summary>0 when it comes to run, else the exit code with which it stops.</summary>
    public static int Outcome(SimulatedHost host, ServiceConfig config)
    {
        if (
            !IsDockerd(WindowsPath.ProgramOf(config.ImagePath))
            || host.Engine.Slot.WhyNotStart(config) is not { } why
        )
        {
            return 0;
        }

        host.WriteEvent($"{config.Name}: fatal: {why}");
        return ServiceErrors.ServiceSpecific;
    }

    /// <summary>True for the engine's program.</summary>
    public static bool IsDockerd(string program) =>
        WindowsPath.NameOf(program).Equals("dockerd.exe", StringComparison.OrdinalIgnoreCase);
}
