namespace Mullion.Cli.Output.Documents;

/// <summary>What <c>mullion artifacts list</c> found.</summary>
/// <param name="Artifacts">All that hosts need from outside.</param>
internal sealed record ArtifactListDocument(IReadOnlyList<ArtifactDocument> Artifacts);
