using Mullion.Cli.Output.Documents;
using Mullion.Core.Hosts;

namespace Mullion.Cli.Rendering;

/// <summary>One node for people.</summary>
internal sealed class NodeShowText(Screen screen, bool verbose)
{
    public void Write(NodeShowDocument node)
    {
        SimulationNote.Write(screen, node.Manager?.Simulated, node.Simulated ? [node.Name] : []);
        screen.Write(node.Name, Style.Strong);
        screen.Write($" ({node.Host})");
        screen.Line(node.Facts is null ? "" : $": {SystemText.Of(node.Facts)}");

        foreach (var error in node.Errors)
        {
            ProblemText.Write(screen, new Problem(error.Message, error.Fix), "  ");
        }

        Cluster(node);
        if (node.Facts is { } facts)
        {
            Host(facts);
        }

        if (node.Plan is { } plan)
        {
            Row(
                "apply",
                plan.Verdict == PlanVerdict.Unchanged
                    ? "everything is as wanted"
                    : PlanText.Summary(plan.Summary)
            );
        }

        if (node.Facts is not null)
        {
            Owned(node);
        }

        FindingText.Write(screen, node.Plan?.Findings ?? [], verbose, "  ");
    }

    private void Cluster(NodeShowDocument node)
    {
        if (node.Manager is not null && node.Nodes.Count == 0)
        {
            Row("cluster", $"not in {node.Cluster}");
        }

        foreach (var seen in node.Nodes)
        {
            Row(
                "cluster",
                $"{NodeListText.Word(seen.Status)}, {NodeListText.Word(seen.Availability)}, {seen.Role}, engine {seen.Engine}, {seen.Address}, {seen.Id}"
            );
            if (seen.Message is not null)
            {
                Row("", seen.Message);
            }

            if (seen.Labels is { Count: > 0 } labels)
            {
                Row(
                    "labels",
                    string.Join(
                        ", ",
                        labels
                            .OrderBy(l => l.Key, StringComparer.Ordinal)
                            .Select(l => $"{l.Key}={l.Value}")
                    )
                );
            }
        }
    }

    private void Host(HostFacts facts)
    {
        Row(
            "computer",
            $"{facts.ComputerName}, {facts.Edition}, {Count.Of(facts.Processors, "processor")}, {Gigabytes(facts.MemoryBytes)} memory, {Gigabytes(facts.FreeDiskBytes)} free on the system drive"
        );
        foreach (var nic in facts.Interfaces)
        {
            Row(
                "interface",
                $"{nic.Name}, {nic.Mac}, {(nic.Up ? "up" : "down")}: {(nic.Addresses.Count > 0 ? string.Join(", ", nic.Addresses) : "no address")}"
            );
        }

        Row(
            "engine",
            facts.Engine is { } engine
                ? $"{engine.Version ?? "does not answer"}, {(engine.Running ? "running" : "stopped")}, {(engine.Installed is not null ? "installed by Mullion" : "was there before Mullion")}"
                : "none"
        );
        if (facts.PendingReboot.Count > 0)
        {
            Row("restart", $"Windows waits for one: {string.Join(", ", facts.PendingReboot)}");
        }
    }

    private void Owned(NodeShowDocument node)
    {
        Row(
            "owned",
            node.Owned.Count == 0
                ? "nothing"
                : $"{Count.Of(node.Owned.Count, "resource")}; last run: {node.LastOutcome ?? "not ended"}"
        );
        if (verbose)
        {
            OwnedText.Write(screen, node.Owned, "    ");
        }
    }

    private void Row(string name, string text) => screen.Line($"  {name, -10} {text}");

    private static string Gigabytes(long bytes) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{bytes / (double)(1L << 30):0.#} GB"
        );
}
