using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Resources.Services;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>Whether the engine that runs has taken its settings up, and the restart with which it does.</summary>
internal sealed class SettingsRestart(IHost host)
{
    private readonly ServiceControl _services = new(host);
    private readonly SettledEngine _engine = new(host);

    /// <summary>Restarts an engine that runs with other settings, and starts one that an interrupted restart left stopped.</summary>
    public async Task TakeUpAsync(
        EngineSettings resource,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var places = EnginePlaces.Read(host, resource);
        if (places.Service is not { } service)
        {
            return;
        }

        if (!IsInForce(places, resource))
        {
            await _services.StopAsync(service.Config.Name, report, cancellation);
        }

        await _services.EnsureAsync(service.Config, running: true, report, cancellation);
        await _engine.AnsweringAsync(cancellation);
    }

    /// <summary>True too where none runs: it takes them up when it starts.</summary>
    public bool IsInForce(EnginePlaces places, EngineSettings resource) =>
        !places.Running
        || (
            places.Service!.CommandLine == places.Service.Config.ImagePath
            && resource
                .Reads.Append(places.File.Path)
                .All(f => !(host.Files.Find(f)?.Written >= places.Service.Started))
        );
}
