using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Engines;

/// <summary>Makes sure that a foreign engine runs. It is never changed, so there is nothing to take back.</summary>
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
    ) => Task.FromResult<IReadOnlyList<Finding>>([Check(resource, context.Actual)]);

    private Finding Check(RunningEngine resource, ResourceState? actual)
    {
        if (actual is null)
        {
            var service = host.Services.Find(resource.Name);
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

    protected override Task<StepOutcome> ApplyAsync(
        RunningEngine resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    ) =>
        throw new MullionException(
            "The engine of the host stopped while Mullion was at work.",
            $"Start the service {resource.Name} and run the command again."
        );

    protected override Task<StepOutcome> RevertAsync(
        RunningEngine resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    ) => Task.FromResult(StepOutcome.Done);
}
