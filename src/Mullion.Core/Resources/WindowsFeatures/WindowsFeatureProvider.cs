using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.WindowsFeatures;

/// <summary>
/// Turns features on and off. Enabling is idempotent: a feature that waits for a restart is left to wait, and the step asks
/// for the restart again.
/// </summary>
internal sealed class WindowsFeatureProvider(IHost host) : Provider<WindowsFeature>
{
    private const string State = "state";

    public override Reversal Reversal => Reversal.NeedsReboot;

    protected override ResourceState Desired(WindowsFeature resource) => Of(FeatureState.Enabled);

    // What waited for a restart before Mullion came has long had it when Mullion leaves.
    public override ResourceState? Lasting(ResourceState? actual) =>
        actual?[State] switch
        {
            "enable-pending" => Of(FeatureState.Enabled),
            "disable-pending" => Of(FeatureState.Disabled),
            _ => actual,
        };

    protected override Task<ResourceState?> ReadAsync(
        WindowsFeature resource,
        CancellationToken cancellation
    ) => Task.FromResult<ResourceState?>(Of(host.Features.Find(resource.Name)));

    protected override Task<Impact> ImpactAsync(
        WindowsFeature resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) => Task.FromResult(new Impact(ImpactKind.Reboot, "reboot"));

    protected override Task<Impact> RevertImpactAsync(
        WindowsFeature resource,
        Prior prior,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            host.Features.Find(resource.Name) == Wanted(prior)
                ? Impact.None
                : new Impact(ImpactKind.Reboot, "reboot")
        );

    protected override ResourceScript Render(WindowsFeature resource) =>
        WindowsFeatureScript.Of(resource);

    protected override async Task<StepOutcome> ApplyAsync(
        WindowsFeature resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        if (
            host.Features.Find(resource.Name)
            is not (FeatureState.Enabled or FeatureState.EnablePending)
        )
        {
            context.Report($"enabling {resource.Name}");
            await host.Features.EnableAsync(resource.Name, cancellation);
        }

        return Outcome(host.Features.Find(resource.Name), FeatureState.Enabled);
    }

    protected override async Task<StepOutcome> RevertAsync(
        WindowsFeature resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var wanted = Wanted(prior);
        var actual = host.Features.Find(resource.Name);
        if (
            wanted == FeatureState.Disabled
            && actual is not (FeatureState.Disabled or FeatureState.DisablePending)
        )
        {
            context.Report($"disabling {resource.Name}");
            await host.Features.DisableAsync(resource.Name, cancellation);
        }
        else if (
            wanted == FeatureState.Enabled
            && actual is not (FeatureState.Enabled or FeatureState.EnablePending)
        )
        {
            await host.Features.EnableAsync(resource.Name, cancellation);
        }

        return Outcome(host.Features.Find(resource.Name), wanted);
    }

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        WindowsFeature resource,
        ReadContext context,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            context.Actual?[State] == Text(FeatureState.DisablePending)
                ?
                [
                    Finding.Refuse(
                        "feature",
                        $"The feature {resource.Name} is being taken away at the next restart.",
                        "Restart the host first."
                    ),
                ]
                : []
        );

    // An engine that somebody installed since cannot do without it.
    protected override Task<string?> HolderAsync(
        WindowsFeature resource,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            resource.Name == "Containers"
                ? new[] { "docker", "containerd" }
                    .Where(s => host.Services.Find(s) is { MarkedForDeletion: false })
                    .Select(s => $"the service {s}")
                    .FirstOrDefault()
                : null
        );

    private static StepOutcome Outcome(FeatureState actual, FeatureState wanted) =>
        actual == wanted ? StepOutcome.Done : StepOutcome.NeedsReboot;

    private static FeatureState Wanted(Prior prior) =>
        prior.State?[State] is "disabled" ? FeatureState.Disabled : FeatureState.Enabled;

    private static ResourceState Of(FeatureState state) => new((State, Text(state)));

    private static string Text(FeatureState state) =>
        state switch
        {
            FeatureState.Disabled => "disabled",
            FeatureState.EnablePending => "enable-pending",
            FeatureState.Enabled => "enabled",
            _ => "disable-pending",
        };
}
