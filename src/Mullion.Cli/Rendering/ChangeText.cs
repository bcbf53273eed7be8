using Mullion.Cli.Changes;
using Mullion.Cli.Output.Documents;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Rendering;

/// <summary>What became of a change, for people: a line for each node, every error, and the whole.</summary>
internal sealed class ChangeText(Screen screen)
{
    public void Write(ChangeDocument change)
    {
        var width = change.Nodes.Max(n => n.Name.Length);
        foreach (var node in change.Nodes)
        {
            Write(node, width);
        }

        var good = change.Nodes.Count(n => Good(n.Result));
        screen.Line(
            $"{Title(change.Command)}: {good} of {Count.Of(change.Nodes.Count, "node")} done{Rest(change)}{(change.Simulated ? " (simulated)" : "")}.",
            good == change.Nodes.Count ? Style.Good : Style.Bad
        );
    }

    private void Write(NodeChangeDocument node, int width)
    {
        screen.Write($"{node.Name.PadRight(width)}   ", Style.Strong);
        screen.Line(Word(node), Good(node.Result) ? Style.Good : Style.Bad);
        foreach (var step in node.Steps.Where(s => s.Status == StepStatus.Failed))
        {
            screen.Line($"  {step.Id}");
            ProblemText.Write(screen, new Problem(step.Message ?? "failed", step.Fix), "    ");
        }

        foreach (var step in node.Steps.Where(s => s.Status == StepStatus.Left))
        {
            screen.Line($"  {step.Id} is left as it is: {step.Message}", Style.Caution);
        }

        if (node.Message is not null)
        {
            screen.Line($"  {node.Message}");
        }

        if (node.Fix is not null)
        {
            screen.Line($"  fix:   {node.Fix}");
        }
    }

    private static string Word(NodeChangeDocument node)
    {
        var word = node.Result.ToString().ToLowerInvariant();
        return node.Result switch
        {
            OutcomeKind.Unchanged => "unchanged",
            OutcomeKind.NotStarted => "not started",
            OutcomeKind.Partial => $"failed, {node.Changes} changed before",
            OutcomeKind.Refused => "refused, nothing changed",
            OutcomeKind.Failed => "failed, nothing changed",
            _ when Left(node) is > 0 and var left =>
                $"{word}, {node.Changes} changed, {left} left to others",
            _ => $"{word}, {node.Changes} changed",
        };
    }

    private static int Left(NodeChangeDocument node) =>
        node.Steps.Count(s => s.Status == StepStatus.Left);

    private static string Rest(ChangeDocument change) =>
        string.Concat(
            change
                .Nodes.Where(n => !Good(n.Result))
                .GroupBy(n => n.Result)
                .OrderBy(g => g.Key)
                .Select(g =>
                    $", {g.Count()} {(g.Key == OutcomeKind.NotStarted ? "not started" : g.Key == OutcomeKind.Partial ? "failed in part" : g.Key.ToString().ToLowerInvariant())}"
                )
        );

    private static string Title(string command) =>
        command switch
        {
            "apply" => "Apply",
            "adopt" => "Adopt",
            _ => "Remove",
        };

    private static bool Good(OutcomeKind kind) =>
        kind is OutcomeKind.Unchanged or OutcomeKind.Done or OutcomeKind.Stopped;
}
