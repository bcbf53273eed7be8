namespace Mullion.Cli.Output.Documents;

/// <summary>What simulated workers did until they were stopped.</summary>
/// <param name="Simulated">Always true: the workers are.</param>
/// <param name="Joined">How many became members.</param>
/// <param name="Lost">How many memberships ended before.</param>
/// <param name="TasksStarted">How many tasks were started on them.</param>
/// <param name="Removed">How many of their nodes were deleted; absent where no manager was named for it.</param>
/// <param name="Nodes">Ids of their nodes.</param>
internal sealed record LabWorkerDocument(
    bool Simulated,
    int Joined,
    int Lost,
    int TasksStarted,
    int? Removed,
    IReadOnlyCollection<string> Nodes
);
