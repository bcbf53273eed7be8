using Mullion.Core.Hosts;
using Mullion.Core.Resources.Programs;
using Mullion.Core.Resources.Services;

namespace Mullion.Core.Resources.Engines;

/// <summary>What only the engine itself can do: it is woken for that where it rests, and put to rest again.</summary>
internal sealed class AwakeEngine(IHost host)
{
    private readonly SettledEngine _engine = new(host);
    private readonly ServiceControl _services = new(host);

    /// <summary>
    /// True where no engine can ever be asked again: its service is gone, or it is Mullion's own and an interrupted upgrade left a part
    /// of it. What was in it goes with its data.
    /// </summary>
    public bool Lost =>
        host.Services.Find(SettledEngine.Service) is not { } service
        || service.State == ServiceState.Stopped
            && new ProgramFolder(
                host.Files,
                HostPaths.EnginePrograms,
                EnginePackage.Program
            ).Broken;

    /// <summary>Does work that needs an engine which answers.</summary>
    /// <param name="purpose">What the engine must do itself, such as <c>leave the swarm</c>.</param>
    /// <param name="work">The work.</param>
    /// <param name="report">Told when the engine is woken.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="MullionException">The engine does not answer, or may not be started.</exception>
    public async Task RunAsync(
        string purpose,
        Func<Task> work,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        if (
            host.Services.Find(SettledEngine.Service) is not { State: ServiceState.Stopped } service
        )
        {
            await _engine.AnsweringAsync(cancellation);
            await work();
            return;
        }

        if (service.Config.Start == ServiceStart.Disabled)
        {
            throw new MullionException(
                $"The service {SettledEngine.Service} is stopped and disabled, so its engine cannot {purpose}.",
                $"Let it start (Set-Service {SettledEngine.Service} -StartupType Manual) and run the command again."
            );
        }

        report($"starting the engine, which must {purpose} itself");
        new FileDraft(host.Files, HostPaths.EngineCertificates).Finish();
        await _services.EnsureAsync(service.Config, running: true, report, cancellation);
        try
        {
            await work();
        }
        catch (MullionException)
        {
            await _services.StopAsync(SettledEngine.Service, report, cancellation);
            throw;
        }

        await _services.StopAsync(SettledEngine.Service, report, cancellation);
    }
}
