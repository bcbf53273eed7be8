using System.Text.Json.Serialization;
using Mullion.Core.Resources.Archives;

namespace Mullion.Core.Resources.EngineImages;

/// <summary>
/// An image that the engine has, under the name of the resource. A name that is there is not pulled again, though its registry may have
/// come to mean another image by it: whoever wants that names a digest.
/// </summary>
public sealed record EngineImage : Resource, IArchived
{
    internal const string KindName = "image";

    /// <summary>The user at its registry; null to pull as nobody.</summary>
    public string? User { get; init; }

    /// <summary>The name under which the user's password travels; null to pull as nobody.</summary>
    public string? PasswordSecret { get; init; }

    /// <summary>SHA-256 of the archive that holds it, lower-case hex; null to pull it.</summary>
    public string? ArchiveSha256 { get; init; }

    /// <summary>Where the host fetches the archive; null when it is carried to the host's cache.</summary>
    public string? ArchiveUrl { get; init; }

    /// <summary>The archive that holds it; null to pull it.</summary>
    [JsonIgnore]
    public HostArchive? Archive =>
        ArchiveSha256 is { } sha256
            ? new HostArchive(
                sha256,
                ArchiveUrl,
                $"The archive of the image {Name}",
                "images[].archive"
            )
            : null;

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle =>
        Archive is null ? $"image {Name}" : $"image {Name} from a file";
}
