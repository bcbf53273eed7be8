namespace Mullion.Core.Convergence.Runs;

/// <summary>How a run of a node ended.</summary>
/// <param name="Node">The node.</param>
/// <param name="Status">The whole.</param>
/// <param name="Steps">What was done, in order; steps of a part that a restart interrupted appear again after it.</param>
public sealed record NodeResult(string Node, RunStatus Status, IReadOnlyList<StepResult> Steps)
{
    /// <summary>Why the run as a whole ended so; null where its steps say it.</summary>
    public string? Message { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Fix { get; init; }

    /// <summary>Whether anything was changed, or at least begun.</summary>
    public bool Changed =>
        Steps.Any(s => s.Status is StepStatus.Changed or StepStatus.NeedsReboot or StepStatus.Left);
}
