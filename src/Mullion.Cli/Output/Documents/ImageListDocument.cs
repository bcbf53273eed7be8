namespace Mullion.Cli.Output.Documents;

/// <summary>What <c>mullion images list</c> found.</summary>
/// <param name="Images">In the order in which hosts get them.</param>
/// <param name="Source">Who says that these are the images; absent where the spec does.</param>
internal sealed record ImageListDocument(IReadOnlyList<ImageDocument> Images, string? Source);
