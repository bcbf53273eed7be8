using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Runs;

/// <summary>How one step of a run ended.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Status">How.</param>
/// <param name="Message">Why, where there is more to say.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="State">The resource's state afterwards, where it was read.</param>
public sealed record StepResult(
    string Id,
    StepStatus Status,
    string? Message = null,
    string? Fix = null,
    ResourceState? State = null
)
{
    /// <summary>Whether what comes after it may begin.</summary>
    public bool Passed => Status is StepStatus.Unchanged or StepStatus.Changed or StepStatus.Left;
}
