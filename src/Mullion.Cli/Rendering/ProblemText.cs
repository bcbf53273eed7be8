namespace Mullion.Cli.Rendering;

/// <summary>A failure for people: what, and what to do.</summary>
internal static class ProblemText
{
    public static void Write(Screen screen, Problem problem, string indent = "")
    {
        screen.Write($"{indent}error: ", Style.Bad);
        screen.Line(problem.Message);
        if (problem.Fix is not null)
        {
            screen.Write($"{indent}fix:   ", Style.Strong);
            screen.Line(problem.Fix);
        }
    }
}
