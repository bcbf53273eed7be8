using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Changes;

/// <summary>How a command ended for one node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Kind">How.</param>
internal sealed record NodeOutcome(string Node, OutcomeKind Kind)
{
    /// <summary>Whether anything was changed, or at least begun.</summary>
    public bool Changed { get; init; }

    /// <summary>How many steps changed something and were finished.</summary>
    public int Changes { get; init; }

    /// <summary>Why, where there is more to say.</summary>
    public string? Message { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Fix { get; init; }

    /// <summary>Step by step.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>Whether it is as it was asked for.</summary>
    public bool Good => Kind is OutcomeKind.Unchanged or OutcomeKind.Done or OutcomeKind.Stopped;

    /// <summary>Whether it counts against <c>--max-failures</c>.</summary>
    public bool Bad => Kind is OutcomeKind.Failed or OutcomeKind.Partial or OutcomeKind.Refused;
}
