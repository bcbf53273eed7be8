namespace Mullion.Core.Convergence.Runs;

/// <summary>How the steps of one side ended.</summary>
/// <param name="Status">The whole.</param>
/// <param name="Steps">Step by step, in the order they were given.</param>
public sealed record SegmentResult(RunStatus Status, IReadOnlyList<StepResult> Steps)
{
    /// <summary>The whole, from its steps.</summary>
    public static SegmentResult Of(IEnumerable<StepResult> steps)
    {
        var all = steps.ToList();
        var status =
            all.Any(s => s.Status == StepStatus.Failed) ? RunStatus.Failed
            : all.Any(s => s.Status == StepStatus.Interrupted) ? RunStatus.Interrupted
            : all.Any(s => s.Status == StepStatus.NeedsReboot) ? RunStatus.RebootNeeded
            : RunStatus.Done;
        return new SegmentResult(status, all);
    }
}
