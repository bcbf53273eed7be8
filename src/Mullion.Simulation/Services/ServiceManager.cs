using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Services;

/// <summary>The service control manager below the gate: what services do by themselves as time passes.</summary>
internal sealed class ServiceManager(SimulatedHost host)
{
    // What was written before the call is there when the program looks.
    private static readonly TimeSpan ProcessTime = TimeSpan.FromMilliseconds(1);

    private Dictionary<string, SimulatedService> Services => host.State.Services;

    private DateTimeOffset Now => host.Clock.GetUtcNow();

    /// <summary>Lets services come as far as the clock says.</summary>
    public void Settle()
    {
        foreach (var service in Services.Values)
        {
            if (
                service.PendingUntil is not null
                || service.RestartAt is not null
                || service.MarkedForDeletion
            )
            {
                // At most a few are in motion, and settling one changes the table.
                foreach (var name in Services.Keys.Order(StringComparer.Ordinal).ToList())
                {
                    SettleOne(name);
                }

                return;
            }
        }
    }

    /// <summary>After a boot: nothing runs, deleted services are gone, automatic ones start.</summary>
    public void OnBoot()
    {
        foreach (var service in Services.Values.ToList())
        {
            if (service.MarkedForDeletion)
            {
                Services.Remove(service.Name);
                continue;
            }

            Services[service.Name] = service with
            {
                State = ServiceState.Stopped,
                PendingUntil = null,
                HandlesUntil = null,
                RestartAt = null,
                Failures = 0,
                ProcessId = 0,
                ExitCode = 0,
            };
        }

        foreach (
            var service in Services
                .Values.Where(s => s.Config.Start is ServiceStart.Automatic)
                .OrderBy(s => s.Name, StringComparer.Ordinal)
                .ToList()
        )
        {
            TryBegin(service.Name);
        }
    }

    /// <summary>Lets one service come as far as the clock says.</summary>
    public void SettleOne(string name)
    {
        if (!Services.TryGetValue(name, out var service))
        {
            return;
        }

        if (service.PendingUntil <= Now)
        {
            service = Finish(service);
        }

        if (service.HandlesUntil <= Now)
        {
            Services[name] = service = service with { HandlesUntil = null };
        }

        if (service is { MarkedForDeletion: true, HandlesUntil: null, State: ServiceState.Stopped })
        {
            Services.Remove(name);
        }
        else if (service.RestartAt <= Now)
        {
            Services[name] = service with { RestartAt = null };
            TryBegin(name);
        }
    }

    private SimulatedService Finish(SimulatedService service)
    {
        if (service.State is ServiceState.StartPending && service.StartOutcome == 0)
        {
            var running = service with { State = ServiceState.Running, PendingUntil = null };
            Services[service.Name] = running;
            host.OnServiceRunning(running);
            return Services[service.Name];
        }

        host.OnServiceGone(service, orderly: service.State is ServiceState.StopPending);
        return Services[service.Name] = service with
        {
            State = ServiceState.Stopped,
            PendingUntil = null,
            ExitCode = service.State is ServiceState.StartPending ? service.StartOutcome : 0,
            ProcessId = 0,
        };
    }

    /// <summary>
    /// Starts a service and those it needs, as the service control manager does: first what it needs, and itself when that runs.
    /// </summary>
    /// <remarks>
    /// Documentation of StartService: ERROR_SERVICE_DEPENDENCY_FAIL, ERROR_SERVICE_DEPENDENCY_DELETED. That a dependency will fail
    /// is told at once here; the real call waits for it.
    /// </remarks>
    public void Begin(string operation, string name)
    {
        var service = Startable(name);
        var from = service
            .Config.Dependencies.Select(d => RunsFrom(operation, name, d))
            .Append(Now)
            .Max();
        var refused = ServiceStarter.Refusal(host, service.Config);
        if (refused != 0)
        {
            throw Error(operation, name, refused);
        }

        Services[name] = service with
        {
            State = ServiceState.StartPending,
            PendingUntil = from + PendingServices.StartTime(host, name),
            StartOutcome = ServiceStarter.Outcome(host, service.Config),
            ExitCode = 0,
            ProcessId = host.NextProcessId(),
            Started = Now + ProcessTime,
            CommandLine = service.Config.ImagePath,
        };
        SettleOne(name);
    }

    /// <summary>Sees to it that what a service needs runs, and says from when on.</summary>
    private DateTimeOffset RunsFrom(string operation, string name, string dependency)
    {
        if (!Services.TryGetValue(dependency, out var needed))
        {
            throw Error(operation, name, ServiceErrors.DependencyMissing);
        }

        if (needed.State is ServiceState.Stopped)
        {
            try
            {
                Begin(operation, dependency);
            }
            catch (HostException)
            {
                throw Error(operation, name, ServiceErrors.DependencyFailed);
            }
        }

        return Services[dependency] switch
        {
            { State: ServiceState.Running } => Now,
            { State: ServiceState.StartPending, StartOutcome: 0, PendingUntil: { } until } => until,
            _ => throw Error(operation, name, ServiceErrors.DependencyFailed),
        };
    }

    /// <summary>What nobody waits for: the failure is in the event log.</summary>
    private void TryBegin(string name)
    {
        try
        {
            if (Services[name].State is ServiceState.Stopped)
            {
                Begin("services.start", name);
            }
        }
        catch (HostException failure)
        {
            if (Services.TryGetValue(name, out var service))
            {
                Services[name] = service with { ExitCode = failure.Code };
            }

            host.WriteEvent($"Service Control Manager: {name}: {failure.Reason}");
        }
    }

    /// <summary>A service that can be started, or the error that starting it gives.</summary>
    public SimulatedService Startable(string name)
    {
        var service = Usable("services.start", name);
        return service switch
        {
            { State: not ServiceState.Stopped } => throw Error(
                "services.start",
                name,
                WindowsError.ServiceAlreadyRunning
            ),
            { Config.Start: ServiceStart.Disabled } => throw Error(
                "services.start",
                name,
                ServiceErrors.ServiceDisabled
            ),
            _ => service,
        };
    }

    /// <summary>A service that is there.</summary>
    public SimulatedService Existing(string operation, string name) =>
        Services.TryGetValue(name, out var service)
            ? service
            : throw Error(operation, name, WindowsError.ServiceDoesNotExist);

    /// <summary>A service that is there and not deleted.</summary>
    public SimulatedService Usable(string operation, string name)
    {
        var service = Existing(operation, name);
        return service.MarkedForDeletion
            ? throw Error(operation, name, WindowsError.ServiceMarkedForDelete)
            : service;
    }

    private HostException Error(string operation, string name, int code) =>
        host.Error(operation, name, code);
}
