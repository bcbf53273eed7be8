using System.Text.Json.Serialization;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Resources.Programs;
using Mullion.Core.Specs;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// The container engine's programs, unpacked from a zip of known hash. Its territory is what the engine makes by itself: its data
/// folder and its HNS networks.
/// </summary>
public sealed record EnginePackage : Resource, IArchived
{
    internal const string KindName = "engine-package";

    /// <summary>The engine itself.</summary>
    internal const string Program = "dockerd.exe";

    /// <summary>The version, such as <c>28.2.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the zip, lower-case hex. The host's package cache is searched by it first.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the host fetches it; null when it was carried to the host's cache.</summary>
    public string? Url { get; init; }

    /// <summary>Where the programs go.</summary>
    public required string Folder { get; init; }

    /// <summary>The engine's data folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The zip.</summary>
    [JsonIgnore]
    public HostArchive Archive =>
        new(Sha256, Url, $"The engine package {Version}", "engine.package");

    HostArchive? IArchived.Archive => Archive;

    /// <summary>What of the zip is taken: Docker packs all below <c>docker/</c>.</summary>
    [JsonIgnore]
    internal static PackageLayout Layout { get; } =
        new(
            PackageFormat.Zip,
            "docker",
            [Program],
            [],
            "static zip of the engine for Windows",
            "engine.package"
        );

    /// <summary>Its programs on a host.</summary>
    internal ProgramFolder ProgramsOn(IHostFiles files) => new(files, Folder, Program);

    /// <summary>What a spec says that asks for it.</summary>
    [JsonIgnore]
    public PackageSpec Spec =>
        new()
        {
            Version = Version,
            Package = new ArchiveSpec { Url = Url, Sha256 = Sha256 },
        };

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"engine {Version} in {Folder}";
}
