using Mullion.Core.Convergence.Plans;

namespace Mullion.Core.Convergence.Runs;

/// <summary>What stands in the way of a run, all of it at once.</summary>
/// <param name="Message">What.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record Obstacle(string Message, string Fix)
{
    /// <summary>What stands in the way of a plan; null when nothing does.</summary>
    /// <param name="approved">The plan that somebody agreed to; null after a restart, when the host has moved by Mullion's hand.</param>
    /// <param name="now">The plan as it would be now.</param>
    /// <param name="options">Whether conflicts are decided already.</param>
    public static Obstacle? Of(Plan? approved, Plan now, RunOptions options)
    {
        var refusals = now.Refusals.Select(f => new Obstacle(f.Message, f.Fix ?? ""));
        var conflicts = now
            .Conflicts.Where(_ => !options.ForceConflicts)
            .Select(c => new Obstacle(
                $"{c.Id} was {c.Reason}: {string.Join("; ", c.Changes)}.",
                "Overwrite it with --force-conflicts, or put it back, or change the spec."
            ));
        List<Obstacle> all = [.. refusals, .. conflicts];
        if (all.Count > 0)
        {
            return new Obstacle(
                string.Join(" ", all.Select(o => o.Message)),
                string.Join(" ", all.Select(o => o.Fix).Distinct())
            );
        }

        // Last: where the host has moved into the way, saying how says more.
        return approved?.MovedIn(now) is { Count: > 0 } moved
            ? new Obstacle(
                $"{now.Node} has changed since the plan was made: {string.Join(", ", moved)}.",
                "Plan again."
            )
            : null;
    }
}
