using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Output.Documents;

/// <summary>How one step ended.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Status">How.</param>
/// <param name="Message">Why, where there is more to say.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record StepResultDocument(
    string Id,
    StepStatus Status,
    string? Message,
    string? Fix
);
