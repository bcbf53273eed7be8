using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Services;

/// <summary>
/// Makes services and runs them. Idempotent: each call starts from what the service control manager says now, waits out
/// pending states and a deletion that is still under way.
/// </summary>
internal sealed class ServiceProvider(IHost host) : Provider<Service>
{
    private readonly ServiceControl _control = new(host);

    public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create(ServiceFields.State);

    protected override ResourceState Desired(Service resource) =>
        ServiceFields.From(resource.Config, running: true);

    protected override Task<ResourceState?> ReadAsync(
        Service resource,
        CancellationToken cancellation
    )
    {
        var info = host.Services.Find(resource.Name);
        return Task.FromResult(
            info is null or { MarkedForDeletion: true }
                ? null
                : ServiceFields.From(info.Config, info.State == ServiceState.Running)
        );
    }

    protected override ResourceScript Render(Service resource) => ServiceScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        Service resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var foreign =
            !context.Owned
            && context.Actual is { } actual
            && !ServiceFields.SameConfig(actual, Desired(resource));
        return Task.FromResult<IReadOnlyList<Finding>>(
            foreign
                ?
                [
                    Finding.Refuse(
                        "service-taken",
                        $"The service {resource.Name} is there already and was not made by Mullion: {context.Actual!["imagePath"]}.",
                        "Leave engine out of the spec to use the engine that is there, or remove it first."
                    ),
                ]
                : []
        );
    }

    protected override async Task<Impact> ImpactAsync(
        Service resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) =>
        actual is null || ServiceFields.SameConfig(actual, Desired(resource))
            ? Impact.None
            : await new SettledEngine(host).RestartImpactAsync(cancellation);

    // A service goes after the membership that needs it, and with that the overlay networks are gone.
    protected override async Task<Impact> RevertImpactAsync(
        Service resource,
        Prior prior,
        CancellationToken cancellation
    ) =>
        host.Services.Find(resource.Name) is null
            ? Impact.None
            : await new SettledEngine(host).StopImpactAsync(cancellation);

    protected override async Task<StepOutcome> ApplyAsync(
        Service resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        await _control.EnsureAsync(resource.Config, running: true, context.Report, cancellation);
        return StepOutcome.Done;
    }

    protected override async Task<StepOutcome> RevertAsync(
        Service resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        if (prior.State is { } before)
        {
            var running = before[ServiceFields.State] == "running";
            var config = ServiceFields.Config(resource.Name, before);
            await _control.EnsureAsync(config, running, context.Report, cancellation);
        }
        else
        {
            await _control.EnsureAbsentAsync(resource.Name, context.Report, cancellation);
        }

        return StepOutcome.Done;
    }
}
