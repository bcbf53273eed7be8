using Mullion.Cli.Output.Documents;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Resources;

namespace Mullion.Cli.Rendering;

/// <summary>One resource of a plan: a sign, its id, what it is, and its fields.</summary>
internal static class StepText
{
    public static void Write(Screen screen, StepDocument step, int width, bool brief)
    {
        var (sign, style) = Sign(step.Action);
        screen.Write($"    {sign} ", style);
        screen.Line($"{step.Id.PadRight(width)}   {step.Title}{Note(step)}".TrimEnd());
        foreach (var change in step.Changes.Where(c => !brief || Worth(step, c)))
        {
            screen.Line($"        {Field(step.Action, change)}");
        }

        if (step.Impact is { } impact)
        {
            screen.Line($"        impact: {impact.Text}", Style.Faint);
        }
    }

    /// <summary>Where something is made or taken away whole, its id and title say it all.</summary>
    private static bool Worth(StepDocument step, FieldChange change) =>
        step.Action is not (PlanAction.Create or PlanAction.Remove)
        || change is { Old: not null, New: not null };

    private static (string Sign, Style Style) Sign(PlanAction action) =>
        action switch
        {
            PlanAction.Create => ("+", Style.Good),
            PlanAction.Update => ("~", Style.Caution),
            PlanAction.Remove => ("-", Style.Bad),
            PlanAction.Conflict => ("!", Style.Bad),
            _ => ("=", Style.Faint),
        };

    private static string Note(StepDocument step)
    {
        List<string?> notes =
        [
            step.Action switch
            {
                PlanAction.Adopt => "adopt: as wanted already, stays when the node is removed",
                PlanAction.Conflict => "conflict",
                _ => null,
            },
            step.RecordOnly ? "as wanted; only its record is missing" : null,
            step.Reason,
        ];
        var text = string.Join("; ", notes.OfType<string>());
        return text.Length == 0 ? "" : $"   ({text})";
    }

    /// <summary>What is not there yet has no old value worth a word, and what goes has no new one.</summary>
    private static string Field(PlanAction action, FieldChange change)
    {
        var next = change.KnownAfter is { } source ? $"(known after {source})" : Value(change.New);
        return change switch
        {
            { Old: null } when action == PlanAction.Create => $"{change.Field}: {next}",
            { New: null, KnownAfter: null } when action == PlanAction.Remove =>
                $"{change.Field}: {Value(change.Old)}",
            _ => $"{change.Field}: {Value(change.Old)} → {next}",
        };
    }

    private static string Value(string? value) =>
        value switch
        {
            null => "(none)",
            "" => "(empty)",
            _ => value.ReplaceLineEndings(" "),
        };
}
