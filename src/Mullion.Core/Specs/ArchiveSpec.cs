namespace Mullion.Core.Specs;

/// <summary>
/// An archive that hosts need: a zip with the engine's programs (<c>engine.package</c>), or a tar with images (<c>images[].archive</c>).
/// Exactly one of <see cref="Url"/> and <see cref="Path"/> is set.
/// </summary>
public sealed record ArchiveSpec
{
    /// <summary>Where the host downloads it: an http or https URL.</summary>
    public string? Url { get; init; }

    /// <summary>The archive on the machine on which Mullion runs, for hosts without a way out.</summary>
    public FileReference? Path { get; init; }

    /// <summary>
    /// 64 lower-case hexadecimal digits that the archive must have. Never null with <see cref="Url"/>; null with
    /// <see cref="Path"/> takes the file as it is.
    /// </summary>
    public string? Sha256 { get; init; }
}
