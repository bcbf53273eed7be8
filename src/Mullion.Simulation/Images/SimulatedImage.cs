using Mullion.Core.Specs;

namespace Mullion.Simulation.Images;

/// <summary>An image in a registry.</summary>
/// <param name="Name">Its name; a tag of <c>any</c> stands for every tag.</param>
public sealed record SimulatedImage(string Name)
{
    /// <summary>The tag that stands for every tag.</summary>
    public const string AnyTag = "any";

    /// <summary>Bytes of its layers.</summary>
    public long Bytes { get; init; } = 120 << 20;

    /// <summary>The Windows builds that it has variants for; empty for all.</summary>
    public IReadOnlyList<int> Builds { get; init; } = [];

    internal bool Is(ImageReference reference) =>
        ImageReference.Parse(Name) is { } own
        && own.Registry == reference.Registry
        && own.Repository == reference.Repository
        && (own.Version == reference.Version || own.Version == AnyTag && !reference.Pinned);
}
