using Mullion.Core.Findings;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources;

/// <summary>Knows one kind of resource. The engine sees every kind through this; see <see cref="Provider{TResource}"/>.</summary>
public interface IProvider
{
    /// <summary>The record type it knows.</summary>
    Type ResourceType { get; }

    /// <summary>How well it can be taken back.</summary>
    Reversal Reversal { get; }

    /// <summary>
    /// Fields that change by themselves (a service stops, a node goes down): a difference there is repaired, but does not mean
    /// that somebody else took the resource over.
    /// </summary>
    IReadOnlySet<string> Volatile { get; }

    /// <summary>
    /// Fields that others may change without taking the resource over: apply shows and repairs a difference there as anywhere,
    /// and removal takes the resource back all the same.
    /// </summary>
    IReadOnlySet<string> Editable { get; }

    /// <summary>Whether Read can confirm the change as soon as Apply returns.</summary>
    bool ConfirmsAtOnce { get; }

    /// <summary>What stands in the way of having the resource. Changes nothing.</summary>
    Task<IReadOnlyList<Finding>> CheckAsync(
        Resource resource,
        ReadContext context,
        CancellationToken cancellation
    );

    /// <summary>What stands in the way of taking the resource back. Changes nothing.</summary>
    Task<IReadOnlyList<Finding>> CheckRevertAsync(
        Resource resource,
        Prior prior,
        CancellationToken cancellation
    );

    /// <summary>What is there; null when there is nothing. Changes nothing; throws when it cannot tell.</summary>
    Task<ResourceState?> ReadAsync(Resource resource, CancellationToken cancellation);

    /// <summary>
    /// What a removal should put back where this was there before: the state that it comes to by itself, such as after a restart.
    /// </summary>
    ResourceState? Lasting(ResourceState? actual);

    /// <summary>
    /// Fields that a resource of Mullion's claims now and did not when it was last recorded: their prior state is yet to be recorded.
    /// </summary>
    IEnumerable<string> Grown(Resource before, Resource now);

    /// <summary>What exists already of the places the resource claims; see <see cref="Prior.Territory"/>.</summary>
    Task<IReadOnlyList<string>> SurveyAsync(Resource resource, CancellationToken cancellation);

    /// <summary>
    /// What somebody else has on the host that needs the resource, asked once everything of Mullion's that needs it is gone; null
    /// when nothing does. The resource then stays.
    /// </summary>
    Task<string?> HolderAsync(Resource resource, CancellationToken cancellation);

    /// <summary>How what is there differs from what is wanted; empty when it does not.</summary>
    IReadOnlyList<FieldChange> Diff(Resource resource, ResourceState? actual);

    /// <summary>What making it so does to others.</summary>
    Task<Impact> ImpactAsync(
        Resource resource,
        ResourceState? actual,
        CancellationToken cancellation
    );

    /// <summary>What taking it back does to others.</summary>
    Task<Impact> RevertImpactAsync(Resource resource, Prior prior, CancellationToken cancellation);

    /// <summary>
    /// Makes it so, from whatever is there: also from what an interrupted Apply or Revert left behind.
    /// </summary>
    Task<StepOutcome> ApplyAsync(
        Resource resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    );

    /// <summary>
    /// Puts back what was there before: also from what an interrupted Apply or Revert left behind.
    /// </summary>
    Task<StepOutcome> RevertAsync(
        Resource resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    );

    /// <summary>What a person would run by hand to have the resource, and to take it back. Looks at nothing but the resource.</summary>
    ResourceScript Render(Resource resource);
}
