using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Services;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Engines;

/// <summary>Makes sure that a foreign engine runs. It is never replaced, so there is nothing to take back.</summary>
internal sealed class RunningEngineProvider(IHost host) : Provider<RunningEngine>
{
    public override Reversal Reversal => Reversal.None;

    protected override ResourceState Desired(RunningEngine resource) => new(("running", "yes"));

    protected override async Task<ResourceState?> ReadAsync(
        RunningEngine resource,
        CancellationToken cancellation
    ) =>
        await new SettledEngine(host).InfoAsync(cancellation) is { } info
            ? new ResourceState(("running", "yes"), ("version", info.Version), ("os", info.OsType))
            : null;

    protected override ResourceScript Render(RunningEngine resource) =>
        RunningEngineScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        RunningEngine resource,
        ReadContext context,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<Finding>>([Check(resource, context.Actual, context.Begun)]);

    private Finding Check(RunningEngine resource, ResourceState? actual, bool begun)
    {
        if (actual is null)
        {
            var service = host.Services.Find(resource.Name);
            if (service is { State: not ServiceState.Running } && begun)
            {
                return Finding.Warn(
                    "engine",
                    $"The service {resource.Name} is {service.State.ToString().ToLowerInvariant()}; it ran when Mullion came.",
                    "mullion apply starts it; the Application event log (source docker) says why it stopped."
                );
            }

            return service is null
                ? Finding.Refuse(
                    "engine",
                    "There is no container engine on the host, and the spec names none to install.",
                    "Add engine.version to the spec, or install an engine first."
                )
                : Finding.Refuse(
                    "engine",
                    $"The service {resource.Name} is {service.State.ToString().ToLowerInvariant()}, and no engine answers on its pipe.",
                    $"Start it (Start-Service {resource.Name}) and look into the Application event log if it does not stay up."
                );
        }

        if (actual["os"] != "windows")
        {
            return Finding.Refuse(
                "engine",
                $"The engine runs {actual["os"]} containers.",
                "Switch it to Windows containers."
            );
        }

        return resource.Version is { } wanted && wanted != actual["version"]
            ? Finding.Refuse(
                "engine-version",
                $"The spec wants engine {wanted}; the host has {actual["version"]}, which Mullion did not install and does not replace.",
                "Leave engine out of the spec to use it as it is, or remove it first."
            )
            : Finding.Ok("engine", $"Engine {actual["version"]} runs and stays as it is.");
    }

    // It ran when Mullion came, or the check would have refused; somebody stopped it, or a restart of Mullion's was interrupted.
    protected override async Task<StepOutcome> ApplyAsync(
        RunningEngine resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var service =
            host.Services.Find(resource.Name)
            ?? throw new MullionException(
                $"The service {resource.Name} went while Mullion was at work.",
                "Install the engine again, or add engine.version to the spec; then run the command again."
            );
        await new ServiceControl(host).EnsureAsync(
            service.Config,
            running: true,
            context.Report,
            cancellation
        );
        await new SettledEngine(host).AnsweringAsync(cancellation);
        return StepOutcome.Done;
    }

    protected override Task<StepOutcome> RevertAsync(
        RunningEngine resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    ) => Task.FromResult(StepOutcome.Done);
}
