namespace Mullion.Core.Specs;

/// <summary>An image that every node shall have before it joins: an entry of <c>images</c>.</summary>
public sealed record ImageSpec
{
    /// <summary>Its name, such as <c>mcr.microsoft.com/windows/nanoserver:ltsc2022</c>.</summary>
    public required ImageReference Name { get; init; }

    /// <summary>The file that holds it; null to pull it from its registry.</summary>
    public ArchiveSpec? Archive { get; init; }
}
