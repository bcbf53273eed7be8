namespace Mullion.Core.Resources.HostRequirements;

/// <summary>Base for what a host must be by itself: there is nothing to read, apply or take back, only to check.</summary>
internal abstract class RequirementProvider<TResource> : Provider<TResource>
    where TResource : Resource
{
    public sealed override Reversal Reversal => Reversal.None;

    protected sealed override ResourceState Desired(TResource resource) => ResourceState.Empty;

    protected sealed override Task<ResourceState?> ReadAsync(
        TResource resource,
        CancellationToken cancellation
    ) => Task.FromResult<ResourceState?>(null);

    protected sealed override Task<StepOutcome> ApplyAsync(
        TResource resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    ) => Task.FromResult(StepOutcome.Done);

    protected sealed override Task<StepOutcome> RevertAsync(
        TResource resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    ) => Task.FromResult(StepOutcome.Done);
}
