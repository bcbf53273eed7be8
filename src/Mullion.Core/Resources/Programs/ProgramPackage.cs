using System.Text.Json.Serialization;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;

namespace Mullion.Core.Resources.Programs;

/// <summary>
/// Programs in a folder of their own, unpacked from a package of known hash. The folder is theirs alone: two packages never share one,
/// so whose a file is can always be told.
/// </summary>
public sealed record ProgramPackage : Resource, IArchived
{
    internal const string KindName = "program-package";

    /// <summary>What it is, for people, such as <c>Kubernetes node binaries</c>.</summary>
    public required string Product { get; init; }

    /// <summary>The version, such as <c>1.34.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the package, lower-case hex. The host's package cache is searched by it first.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the host fetches it; null when it was carried to the host's cache.</summary>
    public string? Url { get; init; }

    /// <summary>Where the programs go.</summary>
    public required string Folder { get; init; }

    /// <summary>What is taken of the package.</summary>
    public required PackageLayout Layout { get; init; }

    /// <summary>Services that run these programs: they stop while the files are replaced or deleted.</summary>
    public IReadOnlyList<string> RunBy { get; init; } = [];

    /// <summary>Folders that the programs fill by themselves: what comes to be there is taken away with them, unless it was there before.</summary>
    public IReadOnlyList<string> Fills { get; init; } = [];

    /// <summary>The package.</summary>
    [JsonIgnore]
    public HostArchive Archive =>
        new(Sha256, Url, $"The package of {Product} {Version}", Layout.SpecKey);

    HostArchive? IArchived.Archive => Archive;

    /// <summary>Its programs on a host.</summary>
    internal ProgramFolder ProgramsOn(IHostFiles files) => new(files, Folder, Layout.Programs[0]);

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"{Product} {Version} in {Folder}";
}
