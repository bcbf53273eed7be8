namespace Mullion.Architecture.Tests;

/// <summary>
/// Who may know whom: the one table. A project may reference only what stands on its line; the order is that of the
/// layers, so a line names only projects above it. ARCHITECTURE.md draws the same arrows.
/// </summary>
public static class ProjectArrows
{
    /// <summary>Project → the projects it may reference.</summary>
    public static IReadOnlyList<(string Project, string[] MayReference)> All { get; } =
    [
        ("Mullion.Core", []),
        ("Mullion.Docker", ["Core"]),
        ("Mullion.Kubernetes", ["Core"]),
        ("Mullion.Swarm", ["Core", "Docker"]),
        ("Mullion.Windows", ["Core", "Docker"]),
        ("Mullion.Simulation", ["Core"]),
        ("Mullion.Remote", ["Core"]),
        ("Mullion.Lab", ["Core", "Simulation", "Docker", "Swarm", "Kubernetes", "Remote"]),
        ("Mullion.Node", ["Core", "Docker", "Windows", "Remote"]),
        ("Mullion.Cli", ["Core", "Docker", "Kubernetes", "Swarm", "Simulation", "Remote", "Lab"]),
    ];

    /// <summary>Says what is wrong with a project that references others, or nothing.</summary>
    public static IEnumerable<string> Violations(string project, IEnumerable<string> references)
    {
        var line = All.SingleOrDefault(entry => entry.Project == project);
        if (line.Project is null)
        {
            return [$"{project} is not in the table of ProjectArrows.cs"];
        }

        return references
            .Where(reference =>
                !line.MayReference.Any(allowed => reference == "Mullion." + allowed)
            )
            .Select(reference => $"{project} → {reference}");
    }
}
