namespace Mullion.Core.Images;

/// <summary>The Windows images of some versions of UCP or MKE.</summary>
/// <param name="FromMinor">The second number of the first version that it holds for; the next set ends it.</param>
/// <param name="Names">Their names within the repository.</param>
/// <param name="Source">Who says so.</param>
public sealed record MkeImageSet(int FromMinor, IReadOnlyList<string> Names, string Source);
