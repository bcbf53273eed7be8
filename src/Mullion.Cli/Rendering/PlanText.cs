using Mullion.Cli.Output.Documents;
using Mullion.Core.Resources;

namespace Mullion.Cli.Rendering;

/// <summary>A plan for people: resource by resource under headings, then what the checks found, then what it does to others.</summary>
/// <param name="screen">Where it goes.</param>
/// <param name="verbose">Also what is as it should be.</param>
/// <param name="brief">Without the fields of what is made or taken away whole.</param>
internal sealed class PlanText(Screen screen, bool verbose, bool brief = false)
{
    public void Write(PlanDocument plan)
    {
        SimulationNote.Write(
            screen,
            plan.Manager?.Simulated == true,
            [.. plan.Nodes.Where(n => n.Simulated).Select(n => n.Name)]
        );
        foreach (var node in plan.Nodes)
        {
            Write(node, plan.Command);
            screen.Line();
        }

        screen.Line(Summary(plan.Summary), Style.Strong);
    }

    public static string Summary(PlanSummary counts)
    {
        var text =
            $"Plan: {counts.Create} to create, {counts.Update} to update, {counts.Adopt} adopted, {counts.Remove} to remove";
        return counts.Conflict > 0
            ? $"{text}, {Count.Of(counts.Conflict, "conflict")}."
            : $"{text}.";
    }

    private void Write(NodePlanDocument node, string command)
    {
        screen.Write(node.Name, Style.Strong);
        screen.Write($" ({node.Host})");
        screen.Write(node.System is null ? "" : $": {node.System}");
        screen.Line(node.Simulated ? ", simulated" : "", Style.Caution);

        if (node.Error is { } error)
        {
            ProblemText.Write(screen, new Problem(error.Message, error.Fix), "  ");
            return;
        }

        if (node.Verdict == PlanVerdict.Unchanged && !verbose)
        {
            screen.Line(
                command switch
                {
                    "apply" => "  = everything is as wanted; nothing to do",
                    "adopt" => "  = it belongs to the cluster already; nothing to do",
                    _ => "  = nothing here is Mullion's; nothing to remove",
                },
                Style.Good
            );
        }
        else
        {
            Steps(node);
        }

        FindingText.Write(screen, node.Findings, verbose, "  ");
        if (node.Impact is { Texts.Count: > 0 } impact)
        {
            screen.Line(
                $"  impact: {string.Join("; ", impact.Texts)}",
                impact.Kind == ImpactKind.Reboot ? Style.Caution : Style.Plain
            );
        }
    }

    private void Steps(NodePlanDocument node)
    {
        var now = node.Steps.Where(s => !s.Later).ToList();
        var width = now.Select(s => s.Id.Length).DefaultIfEmpty().Max();
        Heading? heading = null;
        foreach (var step in now)
        {
            if (step.Heading != heading)
            {
                heading = step.Heading;
                screen.Line($"  {Word(step.Heading)}", Style.Strong);
            }

            StepText.Write(screen, step, width, brief && !verbose);
        }

        var later = node.Steps.Where(s => s.Later).Select(s => Word(s.Heading)).Distinct().ToList();
        if (later.Count > 0)
        {
            screen.Line($"  not now (--until): {string.Join(", ", later)}", Style.Faint);
        }
    }

    private static string Word(Heading heading) => heading.ToString().ToLowerInvariant();
}
