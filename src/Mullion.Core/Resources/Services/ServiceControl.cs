using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Services;

/// <summary>
/// Brings a service to a configuration and state, whatever it is doing now.
/// </summary>
/// <remarks>
/// <code>
/// absent ─create→ stopped ─start→ start pending → running ─stop→ stop pending → stopped ─delete→ (marked) → absent
/// </code>
/// Controls are refused in pending states, so every call first waits for the service to settle.
/// </remarks>
internal sealed class ServiceControl(IHost host)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public async Task EnsureAsync(
        ServiceConfig config,
        bool running,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var info = await SettledAsync(config.Name, cancellation);
        if (info is { MarkedForDeletion: true })
        {
            report("waiting for the deletion of its predecessor");
            await GoneAsync(config.Name, cancellation);
            info = null;
        }

        if (info is null)
        {
            host.Services.Create(config);
        }
        else if (
            !ServiceFields.SameConfig(
                ServiceFields.From(info.Config, true),
                ServiceFields.From(config, true)
            )
        )
        {
            if (info.State == ServiceState.Running)
            {
                await StopAsync(config.Name, report, cancellation);
            }

            host.Services.Configure(config);
        }

        var state = host.Services.Find(config.Name)?.State;
        if (running && state != ServiceState.Running)
        {
            report("starting");
            await host.Services.StartAsync(config.Name, cancellation);
            await RunningAsync(config.Name, cancellation);
        }
        else if (!running && state == ServiceState.Running)
        {
            await StopAsync(config.Name, report, cancellation);
        }
    }

    public async Task EnsureAbsentAsync(
        string name,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var info = await SettledAsync(name, cancellation);
        if (info is null)
        {
            return;
        }

        if (!info.MarkedForDeletion)
        {
            if (info.State == ServiceState.Running)
            {
                await StopAsync(name, report, cancellation);
            }

            host.Services.Delete(name);
        }

        await GoneAsync(name, cancellation);
    }

    public async Task StopAsync(string name, Action<string> report, CancellationToken cancellation)
    {
        report("stopping");
        await host.Services.StopAsync(name, cancellation);
        await SettledAsync(name, cancellation);
    }

    private Task<ServiceInfo?> SettledAsync(string name, CancellationToken cancellation) =>
        Poll.UntilAsync(
            host.Clock,
            Limit,
            () => host.Services.Find(name),
            i => i?.State is not (ServiceState.StartPending or ServiceState.StopPending),
            i => $"The service {name} is still {i!.State} after {Limit.TotalMinutes:0} minutes.",
            cancellation
        );

    private Task<ServiceInfo?> GoneAsync(string name, CancellationToken cancellation) =>
        Poll.UntilAsync(
            host.Clock,
            Limit,
            () => host.Services.Find(name),
            i => i is null,
            _ =>
                $"The service {name} is deleted, but a program still holds a handle to it (services.msc or Process Explorer often does).",
            cancellation
        );

    private async Task RunningAsync(string name, CancellationToken cancellation)
    {
        var info = await SettledAsync(name, cancellation);
        if (info?.State != ServiceState.Running)
        {
            throw new MullionException(
                $"The service {name} did not stay up: it stopped with exit code {info?.ExitCode ?? 0}.",
                "Read the Application event log of the host, source docker, for the reason."
            );
        }
    }
}
