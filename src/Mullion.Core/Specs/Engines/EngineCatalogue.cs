namespace Mullion.Core.Specs.Engines;

/// <summary>
/// The engine packages that Mullion knows without being told. Docker publishes no checksums for these archives, so a
/// checksum stands here only where two independent public records of it agree: package manifests and installers that
/// pinned it when they downloaded the archive (27.5.1, 28.0.4 and 29.6.2: Scoop manifests and a Rust installer; 29.8.1:
/// the same installer and a hand-made record). Nobody made them by downloading for Mullion. A version without one is
/// known to exist at its URL; its spec has to bring the checksum, because a download is never taken unchecked.
/// </summary>
public sealed class EngineCatalogue : IEngineCatalogue
{
    private const string Folder = "https://download.docker.com/win/static/stable/x86_64/";

    private readonly Dictionary<string, EngineCatalogueEntry> byVersion;

    /// <summary>A catalogue of one's own, for a mirror or the lab.</summary>
    /// <param name="title">What messages call it.</param>
    /// <param name="entries">The packages, oldest version first, each version once.</param>
    public EngineCatalogue(string title, IReadOnlyList<EngineCatalogueEntry> entries)
    {
        Title = title;
        Entries = entries;
        byVersion = entries.ToDictionary(entry => entry.Version, StringComparer.Ordinal);
    }

    /// <summary>The packages of Docker's download site, as known in November 2026.</summary>
    public static EngineCatalogue BuiltIn { get; } =
        new(
            "the built-in catalogue of 2026-11",
            [
                Known("20.10.24", null),
                Known("24.0.7", null),
                Known("25.0.5", null),
                Known("26.1.4", null),
                Known("27.5.1", "a573be076030c8babe34ffcd89c7ad6e720cfb4f876a0f8412dba7ecdd368926"),
                Known("28.0.4", "cfafa2a5ee7e34bacc2077b0828f0733a404423c7a901c79efc4ff1680dbb716"),
                Known("28.2.2", null),
                Known("28.3.1", null),
                Known("29.6.2", "c790bfcc9e8b227173b20f04f4ddaae6e997eac6d4aeaf7a850e2874d9222944"),
                Known("29.8.1", "f99b6e0ac1950e6c47c267b1d7ac53ef973682208523212d03477478c6562aaf"),
            ]
        );

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public IReadOnlyList<EngineCatalogueEntry> Entries { get; }

    /// <inheritdoc/>
    public EngineCatalogueEntry? Find(string version) => byVersion.GetValueOrDefault(version);

    private static EngineCatalogueEntry Known(string version, string? sha256) =>
        new(version, $"{Folder}docker-{version}.zip", sha256);
}
