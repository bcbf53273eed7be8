using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.SavedPlans;

/// <summary>Refuses a saved plan that no longer fits what it was made from.</summary>
internal static class SavedPlanCheck
{
    /// <summary>Compares the spec.</summary>
    /// <exception cref="CliException">The spec has changed.</exception>
    public static void Spec(SavedPlan saved, string digest)
    {
        if (saved.SpecDigest != digest)
        {
            throw CliException.Refused(
                $"{saved.SpecPath} has changed since the plan was saved; nothing was changed.",
                "Plan again: mullion plan --save FILE"
            );
        }
    }

    /// <summary>Compares the hosts.</summary>
    /// <exception cref="CliException">A host has changed, or cannot be looked at.</exception>
    public static void Hosts(SavedPlan saved, PlanDocument now)
    {
        if (now.Nodes.FirstOrDefault(n => n.Error is not null) is { } lost)
        {
            throw CliException.Refused(
                $"{lost.Name} cannot be compared with the saved plan: {lost.Error!.Message} Nothing was changed.",
                lost.Error.Fix
            );
        }

        var before = saved.Plan.Nodes.ToDictionary(n => n.Name);
        var moved = now
            .Nodes.Where(n => before[n.Name].Digest != n.Digest)
            .Select(n => $"{n.Name} ({string.Join(", ", Moved(before[n.Name], n))})")
            .ToList();
        if (moved.Count > 0)
        {
            throw CliException.Refused(
                $"Since the plan was saved, others have changed {string.Join("; ", moved)}. Nothing was changed by this command.",
                "Plan again: mullion plan --save FILE"
            );
        }
    }

    /// <summary>The resources that were found otherwise, or are wanted otherwise.</summary>
    private static IEnumerable<string> Moved(NodePlanDocument before, NodePlanDocument now)
    {
        var saved = before.Steps.Select(s => (s.Id, s.Fingerprint)).ToHashSet();
        saved.SymmetricExceptWith(now.Steps.Select(s => (s.Id, s.Fingerprint)));
        return saved.Select(s => s.Id).Distinct().Order(StringComparer.Ordinal);
    }
}
