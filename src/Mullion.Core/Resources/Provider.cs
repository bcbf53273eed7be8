using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources;

/// <summary>
/// Base of the providers: types the resource, and answers what most kinds answer the same way.
/// </summary>
/// <typeparam name="TResource">The kind of resource it knows.</typeparam>
public abstract class Provider<TResource> : IProvider
    where TResource : Resource
{
    /// <inheritdoc/>
    public Type ResourceType => typeof(TResource);

    /// <inheritdoc/>
    public virtual Reversal Reversal => Reversal.Exact;

    /// <inheritdoc/>
    public virtual IReadOnlySet<string> Volatile => FrozenSet<string>.Empty;

    /// <inheritdoc/>
    public virtual IReadOnlySet<string> Editable => FrozenSet<string>.Empty;

    /// <inheritdoc/>
    public virtual bool ConfirmsAtOnce => true;

    /// <summary>The fields that are wanted, with their values.</summary>
    protected abstract ResourceState Desired(TResource resource);

    /// <inheritdoc cref="IProvider.ReadAsync"/>
    protected abstract Task<ResourceState?> ReadAsync(
        TResource resource,
        CancellationToken cancellation
    );

    /// <inheritdoc cref="IProvider.ApplyAsync"/>
    protected abstract Task<StepOutcome> ApplyAsync(
        TResource resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    );

    /// <inheritdoc cref="IProvider.RevertAsync"/>
    protected abstract Task<StepOutcome> RevertAsync(
        TResource resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    );

    /// <inheritdoc cref="IProvider.Render"/>
    protected abstract ResourceScript Render(TResource resource);

    /// <inheritdoc cref="IProvider.CheckAsync"/>
    protected virtual Task<IReadOnlyList<Finding>> CheckAsync(
        TResource resource,
        ReadContext context,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<Finding>>([]);

    /// <inheritdoc cref="IProvider.CheckRevertAsync"/>
    protected virtual Task<IReadOnlyList<Finding>> CheckRevertAsync(
        TResource resource,
        Prior prior,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<Finding>>([]);

    /// <inheritdoc cref="IProvider.SurveyAsync"/>
    protected virtual Task<IReadOnlyList<string>> SurveyAsync(
        TResource resource,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public virtual ResourceState? Lasting(ResourceState? actual) => actual;

    /// <inheritdoc cref="IProvider.Grown"/>
    protected virtual IEnumerable<string> Grown(TResource before, TResource now) => [];

    /// <inheritdoc cref="IProvider.HolderAsync"/>
    protected virtual Task<string?> HolderAsync(
        TResource resource,
        CancellationToken cancellation
    ) => Task.FromResult<string?>(null);

    /// <inheritdoc cref="IProvider.ImpactAsync"/>
    protected virtual Task<Impact> ImpactAsync(
        TResource resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) => Task.FromResult(Impact.None);

    /// <inheritdoc cref="IProvider.RevertImpactAsync"/>
    protected virtual Task<Impact> RevertImpactAsync(
        TResource resource,
        Prior prior,
        CancellationToken cancellation
    ) => Task.FromResult(Impact.None);

    /// <summary>Compares the wanted fields; a field that is not wanted may be anything.</summary>
    protected virtual IReadOnlyList<FieldChange> Diff(TResource resource, ResourceState? actual) =>
        [
            .. Desired(resource)
                .Where(f => actual?[f.Key] != f.Value)
                .Select(f => new FieldChange(f.Key, actual?[f.Key], f.Value)),
        ];

    Task<ResourceState?> IProvider.ReadAsync(Resource resource, CancellationToken cancellation) =>
        ReadAsync((TResource)resource, cancellation);

    IReadOnlyList<FieldChange> IProvider.Diff(Resource resource, ResourceState? actual) =>
        Diff((TResource)resource, actual);

    Task<StepOutcome> IProvider.ApplyAsync(
        Resource resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    ) => ApplyAsync((TResource)resource, actual, context, cancellation);

    Task<StepOutcome> IProvider.RevertAsync(
        Resource resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    ) => RevertAsync((TResource)resource, prior, context, cancellation);

    Task<IReadOnlyList<Finding>> IProvider.CheckAsync(
        Resource resource,
        ReadContext context,
        CancellationToken cancellation
    ) => CheckAsync((TResource)resource, context, cancellation);

    Task<IReadOnlyList<Finding>> IProvider.CheckRevertAsync(
        Resource resource,
        Prior prior,
        CancellationToken cancellation
    ) => CheckRevertAsync((TResource)resource, prior, cancellation);

    Task<IReadOnlyList<string>> IProvider.SurveyAsync(
        Resource resource,
        CancellationToken cancellation
    ) => SurveyAsync((TResource)resource, cancellation);

    IEnumerable<string> IProvider.Grown(Resource before, Resource now) =>
        Grown((TResource)before, (TResource)now);

    ResourceScript IProvider.Render(Resource resource) => Render((TResource)resource);

    Task<string?> IProvider.HolderAsync(Resource resource, CancellationToken cancellation) =>
        HolderAsync((TResource)resource, cancellation);

    Task<Impact> IProvider.ImpactAsync(
        Resource resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) => ImpactAsync((TResource)resource, actual, cancellation);

    Task<Impact> IProvider.RevertImpactAsync(
        Resource resource,
        Prior prior,
        CancellationToken cancellation
    ) => RevertImpactAsync((TResource)resource, prior, cancellation);
}
