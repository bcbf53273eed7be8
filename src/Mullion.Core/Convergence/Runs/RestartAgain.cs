using Mullion.Core.Convergence.Plans;

namespace Mullion.Core.Convergence.Runs;

/// <summary>Keeps a run from restarting its host for ever.</summary>
internal static class RestartAgain
{
    /// <summary>
    /// A step that asks for a restart again after it had one would ask for ever: Windows takes the change back each time it starts.
    /// Null when every step asks for the first time.
    /// </summary>
    public static NodeResult? Of(Plan plan, IReadOnlyList<StepResult> steps)
    {
        var asked = steps.Where(s => s.Status == StepStatus.NeedsReboot).Select(s => s.Id);
        var again = asked.CountBy(id => id).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
        if (again.Count == 0)
        {
            return null;
        }

        var told = plan
            .Steps.Where(s => again.Contains(s.Id))
            .Select(s => $"{s.Id} ({string.Join("; ", s.Changes)})");
        return new NodeResult(plan.Node, RunStatus.Failed, [.. steps])
        {
            Message =
                $"{plan.Node} was restarted, and this needs a restart as before: {string.Join(", ", told)}. Windows took the change back, or never made it.",
            Fix =
                @"See why in C:\Windows\Logs\CBS\CBS.log on the host, mend that, then run the command again.",
        };
    }
}
