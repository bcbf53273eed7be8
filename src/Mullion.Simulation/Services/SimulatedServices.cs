using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Services;

/// <summary>The service control manager of a simulated host.</summary>
public sealed class SimulatedServices : IHostServices
{
    private readonly SimulatedHost _host;

    internal SimulatedServices(SimulatedHost host)
    {
        _host = host;
        Manager = new ServiceManager(host);
    }

    internal ServiceManager Manager { get; }

    private Dictionary<string, SimulatedService> Services => _host.State.Services;

    private DateTimeOffset Now => _host.Clock.GetUtcNow();

    /// <inheritdoc/>
    public ServiceInfo? Find(string name) =>
        _host.Gate.Run("services.find", name, () => Services.GetValueOrDefault(name)?.Info);

    /// <inheritdoc/>
    public void Create(ServiceConfig config) =>
        _host.Gate.Run(
            "services.create",
            config.Name,
            () =>
            {
                if (Services.TryGetValue(config.Name, out var old))
                {
                    throw Error(
                        "services.create",
                        config.Name,
                        old.MarkedForDeletion
                            ? WindowsError.ServiceMarkedForDelete
                            : WindowsError.ServiceExists
                    );
                }

                Check("services.create", config);
                Services[config.Name] = new SimulatedService(config);
            }
        );

    /// <inheritdoc/>
    public void Configure(ServiceConfig config) =>
        _host.Gate.Run(
            "services.configure",
            config.Name,
            () =>
            {
                var service = Manager.Usable("services.configure", config.Name);
                Check("services.configure", config);
                Services[config.Name] = service with
                {
                    Config = config with { Name = service.Name },
                };
            }
        );

    /// <inheritdoc/>
    public Task StartAsync(string name, CancellationToken cancellation) =>
        _host.Gate.RunAsync(
            "services.start",
            name,
            () =>
                ServiceStarter.AnswersControlManager(_host, Manager.Startable(name).Config)
                    ? TimeSpan.Zero
                    : ServiceStarter.ControlManagerPatience,
            () => Manager.Begin("services.start", name),
            cancellation
        );

    /// <inheritdoc/>
    public Task StopAsync(string name, CancellationToken cancellation) =>
        _host.Gate.RunAsync(
            "services.stop",
            name,
            () => TimeSpan.Zero,
            () =>
            {
                var service = Manager.Existing("services.stop", name);
                switch (service.State)
                {
                    case ServiceState.Stopped:
                        throw Error("services.stop", name, WindowsError.ServiceNotActive);
                    case ServiceState.Running:
                        RequireNoDependents(service);
                        _host.OnServiceStopping(service);
                        Services[name] = service with
                        {
                            State = ServiceState.StopPending,
                            PendingUntil =
                                Now
                                + PendingServices.StopTime(_host, name)
                                + _host.Engine.Slot.ReleaseTime(service),
                        };
                        break;
                    default:
                        throw Error("services.stop", name, WindowsError.ServiceCannotAcceptControl);
                }
            },
            cancellation
        );

    /// <inheritdoc/>
    public void Delete(string name) =>
        _host.Gate.Run(
            "services.delete",
            name,
            () =>
            {
                var service = Manager.Usable("services.delete", name);
                Services[name] = service with
                {
                    MarkedForDeletion = true,
                    HandlesUntil = DeletedServiceLingers.HandlesUntil(_host, service, Now),
                };
                Manager.SettleOne(name);
            }
        );

    /// <summary>Puts a service beneath the gate: a foreign installer, or a test's perturbation.</summary>
    public void Put(SimulatedService service)
    {
        lock (_host.Sync)
        {
            Services[service.Name] = service;
        }
    }

    /// <summary>Removes a service beneath the gate.</summary>
    public void Take(string name)
    {
        lock (_host.Sync)
        {
            Services.Remove(name);
        }
    }

    /// <summary>Another program opens a handle to a service and keeps it for a while; so does an open services window.</summary>
    public void HoldHandle(string name, TimeSpan time)
    {
        lock (_host.Sync)
        {
            Services[name] = Services[name] with { HandlesUntil = Now + time };
        }
    }

    /// <summary>Ends a service's process as a crash does; it is started again as its recovery says.</summary>
    public void Crash(string name)
    {
        lock (_host.Sync)
        {
            var service = Services[name];
            _host.OnServiceGone(service, orderly: false);
            var failures = service.Failures + 1;
            var restarts = service.Config.Recovery.Restarts;
            Services[name] = service with
            {
                State = ServiceState.Stopped,
                PendingUntil = null,
                ExitCode = ServiceErrors.ProcessAborted,
                ProcessId = 0,
                Failures = failures,
                RestartAt = failures <= restarts.Count ? Now + restarts[failures - 1] : null,
            };
        }
    }

    private void Check(string operation, ServiceConfig config)
    {
        if (
            config.Name.Length is 0 or > 256
            || config.Name.AsSpan().ContainsAny('/', '\\')
            || config.ImagePath.Length == 0
        )
        {
            throw Error(operation, config.Name, ServiceErrors.InvalidParameter);
        }

        if (
            Services.Values.Any(s =>
                !string.Equals(s.Name, config.Name, StringComparison.OrdinalIgnoreCase)
                && string.Equals(
                    s.Config.DisplayName,
                    config.DisplayName,
                    StringComparison.OrdinalIgnoreCase
                )
            )
        )
        {
            throw Error(operation, config.Name, ServiceErrors.DuplicateDisplayName);
        }
    }

    private void RequireNoDependents(SimulatedService service)
    {
        if (
            Services.Values.Any(s =>
                s.HasProcess
                && s.Config.Dependencies.Contains(service.Name, StringComparer.OrdinalIgnoreCase)
            )
        )
        {
            throw Error("services.stop", service.Name, ServiceErrors.DependentServicesRunning);
        }
    }

    private HostException Error(string operation, string name, int code) =>
        _host.Error(operation, name, code);
}
