namespace Mullion.Cli.Output.Documents;

/// <summary>What the demo showed.</summary>
/// <param name="Simulated">What of it was simulated.</param>
/// <param name="Seed">Chose where the power was cut.</param>
/// <param name="CutAt">The operation at which the power was cut, counted from the apply's first.</param>
/// <param name="JournalPosition">Records in the host's journal at that moment.</param>
/// <param name="RepeatedSteps">Steps done before the cut and again after it.</param>
/// <param name="Hosts">Each host before and after.</param>
/// <param name="SecretsFound">How often the join token was found where it must not be.</param>
/// <param name="Folder">Where the lab is, if it was kept.</param>
internal sealed record DemoDocument(
    IReadOnlyList<string> Simulated,
    int Seed,
    int CutAt,
    int JournalPosition,
    int RepeatedSteps,
    IReadOnlyList<DemoHostDocument> Hosts,
    int SecretsFound,
    string? Folder
);
