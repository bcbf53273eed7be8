using Mullion.Core.Findings;

namespace Mullion.Cli.Rendering;

/// <summary>What checks found, worst first; what is in order only when asked for.</summary>
internal static class FindingText
{
    public static void Write(
        Screen screen,
        IReadOnlyList<Finding> findings,
        bool verbose,
        string indent
    )
    {
        var shown = findings
            .Where(f => verbose || f.Severity != Severity.Ok)
            .OrderByDescending(f => f.Severity)
            .ToList();
        if (shown.Count == 0)
        {
            return;
        }

        screen.Line($"{indent}checks", Style.Strong);
        foreach (var finding in shown)
        {
            screen.Write(
                $"{indent}  {finding.Severity.ToString().ToLowerInvariant(), -7} ",
                finding.Severity switch
                {
                    Severity.Ok => Style.Good,
                    Severity.Refuse => Style.Bad,
                    _ => Style.Caution,
                }
            );
            screen.Line($"{finding.Id}: {finding.Message}");
            Detail(screen, indent, "seen", finding.Evidence);
            Detail(screen, indent, "fix", finding.Fix);
            Detail(screen, indent, "more", finding.Link);
        }
    }

    private static void Detail(Screen screen, string indent, string name, string? text)
    {
        if (text is not null)
        {
            screen.Line($"{indent}          {name}: {text}");
        }
    }
}
